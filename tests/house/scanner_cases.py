"""What the scanner must find, as texts and the functions in them."""

import source_tree

CASES = [
    ("int f() { return 1; }", [("f", 1)]),
    ("namespace a {\nint f() {\n    return 1;\n}\n}", [("f", 3)]),
    ("struct s {\n    int g() const { return 1; }\n    int v{3};\n};", [("g", 1)]),
    ("class s final : public t {\n public:\n    s(int a)\n        : a_{a}, b_{.c = 2} {\n    }\n    void g() {}\n};", [("s", 3), ("g", 1)]),
    ("constexpr std::array a{1, 2};\nconst t b = {{1}, {2}};", []),
    ("const auto f = [](int a) {\n    return a;\n};", []),
    ("enum class e : std::uint8_t { one, two };", []),
    ("template <class T = int>\nT f(T a = {}) {\n    if (a) {\n        return {};\n    }\n}", [("f", 6)]),
    ("template <class T>\na& a<T>::operator=(const a& b) {\n}", [("a<T>::operator=", 3)]),
    ('void f() {\n    g("}", \'{\', R"(\n}\n)");  // {\n}', [("f", 5)]),
    ("/* { */\n#define open {\nint f() noexcept(false) {\n}", [("f", 2)]),
    ("template <class T>\nconcept c = requires(T t) {\n    t.x();\n};", []),
    ("auto f() -> std::array<int, 3> {\n}\nvoid g();", [("f", 2)]),
    ("void f(std::function<void()> g = [] {}) {\n    for (int i = 0; i < 3; ++i) {\n    }\n}", [("f", 4)]),
]
DOCSTRINGS = [
    ('def("f", R"(One.\n\nTwo.\n)", arg);', {2, 3}),
    ('int a;\nR"(One.\n\nTwo.)"', {2, 3, 4}),
    ('R"(One.)" R"(Two.)"', {1}),
]


def failures(_sources):
    """The cases in which the scanner finds something else."""
    found = [
        (text, wanted, [(f.name, f.lines) for f in source_tree.functions_of(text)])
        for text, wanted in CASES
    ] + [(text, wanted, source_tree.docstring_lines(text)) for text, wanted in DOCSTRINGS]
    return [f"{text!r}: {got}, not {wanted}" for text, wanted, got in found if got != wanted]
