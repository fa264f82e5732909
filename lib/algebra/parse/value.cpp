#include "algebra/parse/value.hpp"

#include <type_traits>

#include "base/checked.hpp"

namespace noble::parsing {
namespace {

// Powers of two-dimensional words and banks are multiplied out one by one.
constexpr index_t most_multiplications = 1'000;
constexpr index_t most_letters = 1'000'000;

template <class T>
constexpr bool is_sequence = std::is_same_v<std::decay_t<T>, sequence>;
template <class T>
constexpr bool is_bank = std::is_same_v<std::decay_t<T>, bank>;

const exact* as_number(const value& a) {
    const auto* word = std::get_if<op>(&a);
    const auto* letter = word == nullptr ? nullptr : std::get_if<node::scale>(&word->root());
    return letter == nullptr ? nullptr : &letter->c;
}

bank scaled(const exact& c, const bank& a) {
    std::vector<op> words;
    for (const auto& word : a.words()) words.push_back(c * word);
    return {a.outputs(), a.inputs(), std::move(words)};
}

index_t letters_of(const op& a) { return a.size(); }

index_t letters_of(const sequence& /*a*/) { return 0; }

index_t letters_of(const op2d& a) {
    index_t n = 0;
    for (const auto& term : a.terms()) n += term.rows.size() + term.cols.size();
    return n;
}

index_t letters_of(const bank& a) {
    index_t n = 0;
    for (const auto& word : a.words()) n += word.size();
    return n;
}

// How often each letter of a, and each of b, stands in the product.
struct copies {
    index_t of_a = 0;
    index_t of_b = 0;
};

copies copies_in_product(const op2d& a, const op2d& b) {
    return {static_cast<index_t>(b.terms().size()), static_cast<index_t>(a.terms().size())};
}

copies copies_in_product(const bank& a, const bank& b) { return {b.inputs(), a.outputs()}; }

template <class Product>
Product multiplied_short(const Product& a, const Product& b) {
    const auto [of_a, of_b] = copies_in_product(a, b);
    const index_t n =
        checked::add(checked::mul(of_a, letters_of(a)), checked::mul(of_b, letters_of(b)));
    if (n > most_letters) {
        throw limit_error("a product of " + std::to_string(n) + " letters; the limit is " +
                          std::to_string(most_letters));
    }
    return a * b;
}

[[noreturn]] void refuse_sequence(const state& s, std::size_t position, const char* verb) {
    s.in.fail(position, std::string("a sequence is not ") + verb +
                            " here; make it a word with conv(...), as in conv([1 2 1])");
}

// The product of two parts, at least one of which is no plain word.
value multiplied(const state& s, std::size_t position, const value& a, const value& b) {
    if (const auto* c = as_number(a)) {
        if (const auto* grid = std::get_if<op2d>(&b)) return *c * *grid;
        if (const auto* channels = std::get_if<bank>(&b)) return scaled(*c, *channels);
    }
    if (a.index() != b.index()) {
        s.in.fail(position, "cannot multiply " + kind(a) + " by " + kind(b) +
                                "; both must be of one kind, or the first a number");
    }
    return s.composed(position, [&]() -> value {
        if (const auto* grid = std::get_if<op2d>(&a)) {
            return multiplied_short(*grid, std::get<op2d>(b));
        }
        return multiplied_short(std::get<bank>(a), std::get<bank>(b));
    });
}

value sum_of_words(const state& s, const std::vector<operand>& terms) {
    std::vector<op> words;
    for (const auto& term : terms) {
        const op& word = std::get<op>(term.part);
        if (!words.empty() && word.rate() != words.front().rate()) {
            s.composed(term.position, [&] { return words.front() + word; });
        }
        words.push_back(term.subtracted ? -word : word);
    }
    return noble::sum_of(words);
}

value sum_of_krons(const state& s, const std::vector<operand>& terms) {
    std::vector<op2d::term> all;
    for (const auto& term : terms) {
        const auto& grid = std::get<op2d>(term.part);
        const op2d part = term.subtracted ? -grid : grid;
        if (!all.empty()) {
            s.composed(term.position, [&] { return op2d({all.front(), part.terms().front()}); });
        }
        all.insert(all.end(), part.terms().begin(), part.terms().end());
    }
    return op2d(std::move(all));
}

template <class Product>
Product multiplied_out(const state& s, std::size_t position, const Product& base, index_t n) {
    if (n < 1) s.in.fail(position, "expected an exponent of 1 or more here");
    if (n > most_multiplications) {
        throw limit_error("a power of " + std::to_string(n) + " factors; the limit is " +
                          std::to_string(most_multiplications));
    }
    value result = base;
    for (; n > 1; --n) result = multiplied(s, position, result, base);
    return std::get<Product>(result);
}

}  // namespace

std::string kind(const value& a) {
    constexpr const char* kinds[] = {"a word", "a two-dimensional word (kron)",
                                     "a bank (row, column)", "a sequence"};
    return kinds[a.index()];
}

index_t letters(const value& a) {
    return std::visit([](const auto& x) { return letters_of(x); }, a);
}

value negated(const state& s, std::size_t position, const value& a) {
    return std::visit(
        [&](const auto& x) -> value {
            if constexpr (is_sequence<decltype(x)>) {
                refuse_sequence(s, position, "negated");
            } else if constexpr (is_bank<decltype(x)>) {
                return scaled(-1, x);
            } else {
                return -x;
            }
        },
        a);
}

value conjugated(const value& a) {
    return std::visit([](const auto& x) -> value { return conj(x); }, a);
}

value transposed(state& s, std::size_t position, const value& a, bool adjoint) {
    if (const auto* word = std::get_if<op>(&a)) s.transposed.push_back({*word, adjoint});
    return std::visit(
        [&](const auto& x) -> value {
            if constexpr (is_sequence<decltype(x)>) {
                s.in.fail(position, "a sequence has no transpose; write reversed(q) or conv(q).T");
            } else {
                return adjoint ? x.H() : x.T();
            }
        },
        a);
}

value sum_of(const state& s, const std::vector<operand>& terms) {
    const value& first = terms.front().part;
    if (terms.size() == 1 && !terms.front().subtracted) return first;
    for (const auto& term : terms) {
        const char* verb = term.subtracted ? "subtract " : "add ";
        if (term.part.index() != first.index()) {
            s.in.fail(term.position, std::string("cannot ") + verb + kind(term.part) +
                                         (term.subtracted ? " from " : " to ") + kind(first));
        }
    }
    const std::size_t position = terms[1].position;
    if (std::holds_alternative<sequence>(first)) refuse_sequence(s, position, "added");
    if (std::holds_alternative<bank>(first)) {
        s.in.fail(position, "banks are not added; add the words inside row(...) or column(...)");
    }
    return std::holds_alternative<op>(first) ? sum_of_words(s, terms) : sum_of_krons(s, terms);
}

value product_of(const state& s, const std::vector<operand>& factors) {
    std::vector<op> words;
    bool plain = true;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const auto& part = factors[i].part;
        if (factors.size() > 1 && std::holds_alternative<sequence>(part)) {
            refuse_sequence(s, factors[i == 0 ? 1 : i].position, "multiplied");
        }
        plain = plain && std::holds_alternative<op>(part);
        if (plain) words.push_back(std::get<op>(part));
    }
    if (factors.size() == 1) return factors.front().part;
    if (plain) return noble::product_of(words);
    // From the right, so that each number in front meets what it scales.
    value result = factors.back().part;
    for (std::size_t i = factors.size() - 1; i > 0; --i) {
        const value& left = factors[i - 1].part;
        const bool words_meet =
            std::holds_alternative<op>(left) && std::holds_alternative<op>(result);
        result = words_meet ? value(std::get<op>(left) * std::get<op>(result))
                            : multiplied(s, factors[i].position, left, result);
    }
    return result;
}

value power(const state& s, std::size_t position, const value& base, index_t n) {
    return std::visit(
        [&](const auto& x) -> value {
            using part = std::decay_t<decltype(x)>;
            if constexpr (is_sequence<part>) {
                refuse_sequence(s, position, "raised to a power");
            } else if constexpr (std::is_same_v<part, op>) {
                return s.composed(position, [&] { return pow(x, n); });
            } else {
                return multiplied_out(s, position, x, n);
            }
        },
        base);
}

}  // namespace noble::parsing
