"""prove, explain, simplify, laws."""

import noble
import pytest


def test_proved_for_all_signals():
    p = noble.prove(noble.down(2) @ noble.down(3), noble.down(6))
    assert p and p.holds and p.verdict == "proved" and p.unknowns == []
    assert str(p) == "proved for all signals"
    assert p.report() == {
        "verdict": "proved", "for_all": "signals", "unknown_taps": [], "left_rate": "1/6",
        "right_rate": "1/6", "hints": [],
    }


def test_proved_for_all_taps():
    q = noble.conv("q:5")
    p = noble.prove((noble.down(3) @ q.T).T, q @ noble.up(3))
    assert p and p.unknowns == ["q"] and p.report()["for_all"] == "taps"
    assert str(p) == "proved for all values of the taps q (and all signals)"


def test_refuted_with_a_witness():
    p = noble.prove(noble.conv([1, 2]), noble.conv([1, 3]))
    assert not p and p.verdict == "refuted"
    assert p.report()["witness"] == {"input": 0, "output": 1, "left": "2", "right": "3"}
    assert "refuted" in repr(p)


def test_equations_and_ranges():
    assert noble.prove("up(3) == down(3).T")
    p = noble.prove("down(a) * up(b) == up(b) * down(a)", over=["a=1..6", "b=1..6"], where="gcd(a,b) == 1")
    assert p and p.report()["proved"] == 23 and p.report()["left_out"] == 13
    p = noble.prove("down(a) * up(b) == up(b) * down(a)", over=["a=1..6", "b=1..6"])
    assert not p and p.report()["counter_example"]["values"] == {"a": 2, "b": 2}
    none = noble.prove("up(k) == up(k)", over="k=2..1")
    assert not none and none.verdict == "no cases"


def test_two_axes_banks_and_maps():
    a = noble.kron(noble.down(2), noble.identity())
    assert noble.prove(a @ a, noble.kron(noble.down(4), noble.identity()))
    assert not noble.prove(a, a.T)
    bank = noble.column([noble.down(2), noble.down(2, 1)])
    assert noble.prove(bank.T @ bank, noble.row([noble.identity()]))
    assert not noble.prove(bank, bank.T)
    blur = noble.conv([1, 2, 1], origin=1)
    assert noble.prove(blur.on(6, "same"), blur.on(6, "same").T)
    p = noble.prove(blur.on(6, "same"), blur.on(6, "same", "edge"))
    assert not p and p.report()["only_at"] == "edges" and p.report()["rows"] == [0, 5]


def test_what_prove_does_not_take():
    for wrong in [(noble.identity(), 3), (noble.identity(), "id"), (noble.identity(),)]:
        with pytest.raises(TypeError):
            noble.prove(*wrong)
    with pytest.raises(ValueError):
        noble.prove("up(2)")
    with pytest.raises(ValueError, match="over"):
        noble.prove("up(2) == up(2)", where="1 == 1")


def test_explain_derives_step_by_step():
    q = noble.sequence("q:3")
    left, right = noble.down(2) @ noble.conv(noble.up(2) @ q), noble.conv(q) @ noble.down(2)
    d = noble.explain(left, right)
    assert d.start.same_word(left) and d.steps[-1].after.same_word(right)
    assert all(step.before == step.after for step in d.steps)
    assert "noble-down" in str(d)
    assert noble.explain(left, left).steps == []
    assert noble.explain(left, noble.down(2)) is None


def test_simplify():
    word = noble.down(2) @ noble.up(2) @ noble.delay(3) @ noble.delay(-3)
    assert noble.simplify(word).same_word(noble.identity())


def test_every_law_is_proved_and_needs_its_condition():
    laws = noble.laws()
    assert len({a.name for a in laws}) == len(laws) > 20
    assert all(a.says and a.source and a.group for a in laws)
    few = [a for a in laws if a.name in ("noble-down", "noble-up", "up-transpose") or a.condition]
    assert len(few) >= 3
    for a in few:
        assert noble.prove(a.formula, over=a.ranges, where=a.condition)


def test_a_law_by_name():
    law = noble.laws("down-up-commute")
    assert law.name == "down-up-commute" and law.condition in repr(law)
    left, right = law.at(a=2, b=3)
    assert left == right and law.prove()
    left, right = law.at(a=2, b=2)
    assert left != right
    with pytest.raises(ValueError, match="did you mean noble-down"):
        noble.laws("noble-dawn")
    with pytest.raises(ValueError):
        law.at(a=2)


def test_simplify_traced():
    word = noble.down(2) @ noble.conv(noble.up(2) @ noble.sequence("q:3")) @ noble.delay(4)
    d = noble.simplify_traced(word)
    assert d.start.same_word(word) and d.end.same_word(noble.simplify(word))
    assert all(step.before == step.after for step in d.steps) and d.steps
    assert d.steps[0].law in repr(d.steps[0])
    short = noble.simplify_traced(noble.identity())
    assert short.steps == [] and short.end == noble.identity()


def haar(scale=1):
    low, high = noble.conv([1, 1], origin=1), noble.conv([1, -scale], origin=1)
    return noble.column([noble.down(2) @ low, noble.down(2) @ high])


def test_reconstruct():
    r = noble.reconstruct(haar(), haar().T)
    assert r and r.perfect and (r.delay, r.scale, r.period) == (0, 2, 1)
    assert r.total == 2 * noble.identity() and r.aliases == [] and r.nearest is None
    assert repr(r) == "perfect reconstruction: row * column == 2\n  delay 0, scale 2"


def test_reconstruct_says_what_is_left():
    r = noble.reconstruct(haar(2), haar().T)
    assert not r and r.delay is None and r.scale is None
    total = noble.conv(r.distortion)
    for alias in r.aliases:
        total = total + alias.word
    assert total == r.total == (haar().T @ haar(2))[0, 0]
    assert [a.denominator for a in r.aliases] == [2] and len(r.aliases[0].kernels) == 2
    assert r.nearest.delay == 0 and r.nearest.alias_error > 0 <= r.nearest.distortion_error
    with pytest.raises(ValueError):
        noble.reconstruct(haar(), haar())


def test_check_paths():
    report = noble.check_paths((noble.down(3) @ noble.conv([1, 2, 3, 4])).on(200, "same", "line"))
    assert report and all(r.passed and r.error <= 1 for r in report.results)
    assert {r.element for r in report.results} == {"float32", "float64", "complex64", "complex128"}
    assert {r.threads for r in report.results} == {1, 2}
    assert "lanes" in {r.method for r in report.results} and "plain" in repr(report)
    with pytest.raises(ValueError):
        noble.check_paths(noble.conv("q:2").on(4))
