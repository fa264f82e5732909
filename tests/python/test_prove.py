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
