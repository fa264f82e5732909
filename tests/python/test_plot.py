"""Pictures, animations, and what notebooks show."""

import xml.etree.ElementTree as xml

import noble
import pytest

SVG = "{http://www.w3.org/2000/svg}"

WORDS = (
    "conv([1 2 1]@1)", "down(2) * conv([1 4 6 4 1]@2)", "conv(lowpass(0.25, 10000))", "conv(q:3) * up(2)",
    "up(2) * conv([1 2]) * down(2) + delay(3)", "0 * id", "kron(down(2), conv([1 2i]))",
    "column(down(2), down(2, 1))", "conv(q:100000)", "up(1000003) * down(1000033)", "conv(box(300000))",
)


def texts(svg):
    return [node.text for node in xml.fromstring(svg).iter(SVG + "text")]


@pytest.mark.parametrize("text", WORDS)
def test_a_notebooks_cell_is_small_and_well_formed(text):
    html = noble.parse(text)._repr_html_()
    assert len(html.encode()) < 100_000
    xml.fromstring(html)


def test_maps_and_sequences_have_cells_too():
    assert "3 × 6" in "".join(texts(noble.down(2).on(6)._repr_html_()))
    assert "Taps h[t]" in texts(noble.sequence([1, 2, 1])._repr_html_())
    huge = noble.conv("q:100000").on(100_000)._repr_html_()
    assert huge.startswith("<pre>")


@pytest.mark.parametrize("text", WORDS[:8])
def test_pages_are_well_formed_and_small(text):
    picture = noble.plot(text)
    assert len(picture.svg.encode()) < 300_000
    root = xml.fromstring(picture.svg)
    assert root.tag == SVG + "svg" and root.find(SVG + "title") is not None
    assert picture._repr_svg_() == picture.svg and "bytes" in repr(picture)


def test_what_is_chosen_is_drawn():
    said = texts(noble.plot(noble.down(2), what=["matrix"], n=4, window="same").svg)
    assert "Matrix" in said and "Response" not in said
    assert any("2 × 4" in text for text in said)
    assert "frequency (Hz)" in texts(noble.plot("conv([1 2 1])", "response", rate=8000).svg)
    assert "named" in texts(noble.plot(noble.sequence([1, 2]), title="named").svg)
    plane = noble.plot(noble.kron(noble.down(2), noble.up(2)), "matrix", n=(4, 2)).svg
    assert any("8 × 8" in text for text in texts(plane))


def test_animations(tmp_path):
    word = noble.conv([1, 2, 3]) @ noble.up(2)
    picture = noble.animate(word, 4, step=0.5)
    assert "y2 = 3·x0 + x1" in texts(picture.svg)
    assert "prefers-reduced-motion" in picture.svg
    picture.save(str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").read_text("utf-8") == picture.svg
    plane = noble.animate("kron(corr([1 2 1]), corr([1 2 1]))", (4, 5), window="valid").svg
    assert "output 2 × 3" in texts(plane)


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="pie"):
        noble.plot(noble.down(2), "pie")
    with pytest.raises(ValueError, match="q"):
        noble.plot("conv(q:3)", "taps")
    with pytest.raises(MemoryError, match="the greatest is 60"):
        noble.animate(noble.conv([1, 2, 1]), 1000)
    with pytest.raises(ValueError, match="bank"):
        noble.animate("row(id, id)", 3)
    with pytest.raises(ValueError, match="one number"):
        noble.animate(noble.down(2), (3, 3))
    with pytest.raises(TypeError, match="int"):
        noble.plot(3)
    with pytest.raises(OSError, match="none"):
        noble.plot(noble.down(2)).save("none/a.svg")
