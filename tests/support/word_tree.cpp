#include "support/word_tree.hpp"

#include <algorithm>
#include <sstream>

namespace noble::testing {

namespace {

sequence make_sequence(const word_tree& tree) {
    std::vector<exact> taps;
    for (const gaussian& value : tree.taps) taps.push_back(to_exact(value));
    return sequence(taps).origin(-tree.first);
}

std::vector<op> make_parts(const word_tree& tree) {
    std::vector<op> parts;
    for (const word_tree& part : tree.parts) parts.push_back(make_op(part));
    return parts;
}

/// Left to right where k is odd, right to left where it is even.
template <class Combine>
op fold(const std::vector<op>& parts, index_t k, const Combine& combine) {
    if (k % 2 != 0) {
        op result = parts.front();
        for (std::size_t i = 1; i < parts.size(); ++i) result = combine(result, parts[i]);
        return result;
    }
    op result = parts.back();
    for (std::size_t i = parts.size() - 1; i-- > 0;) result = combine(parts[i], result);
    return result;
}

void write(std::ostream& out, const gaussian& value) {
    out << '(' << static_cast<long>(value.re) << ',' << static_cast<long>(value.im) << ')';
}

void write_parts(std::ostream& out, const char* name, const word_tree& tree) {
    out << name << '(';
    for (std::size_t i = 0; i < tree.parts.size(); ++i) {
        out << (i > 0 ? ", " : "") << to_string(tree.parts[i]);
    }
    out << ')';
}

void write_taps(std::ostream& out, const char* name, const word_tree& tree) {
    out << name << "(from " << tree.first << ':';
    for (const gaussian& value : tree.taps) {
        out << ' ';
        write(out, value);
    }
    out << ')';
}

}  // namespace

op make_op(const word_tree& tree) {
    const auto part = [&] { return make_op(tree.parts.front()); };
    switch (tree.what) {
        case letter::identity:
            return identity();
        case letter::delay:
            return delay(tree.p);
        case letter::scale:
            return scale(to_exact(tree.c));
        case letter::down:
            return down(tree.k, tree.p);
        case letter::up:
            return up(tree.k, tree.p);
        case letter::conv:
            return conv(make_sequence(tree));
        case letter::corr:
            return corr(make_sequence(tree));
        case letter::product:
            return fold(make_parts(tree), tree.k, [](const op& a, const op& b) { return a * b; });
        case letter::sum:
            return fold(make_parts(tree), tree.k, [](const op& a, const op& b) { return a + b; });
        case letter::difference:
            return make_op(tree.parts[0]) - make_op(tree.parts[1]);
        case letter::negative:
            return -part();
        case letter::times:
            return to_exact(tree.c) * part();
        case letter::power:
            return pow(part(), tree.k);
        case letter::transpose:
            return part().T();
        case letter::adjoint:
            return part().H();
        case letter::conjugate:
            return conj(part());
    }
    throw std::logic_error("an unknown letter");
}

std::string to_string(const word_tree& tree) {
    std::ostringstream out;
    switch (tree.what) {
        case letter::identity:
            out << "id";
            break;
        case letter::delay:
            out << "delay(" << tree.p << ')';
            break;
        case letter::scale:
            out << "scale";
            write(out, tree.c);
            break;
        case letter::down:
            out << "down(" << tree.k << ", " << tree.p << ')';
            break;
        case letter::up:
            out << "up(" << tree.k << ", " << tree.p << ')';
            break;
        case letter::conv:
            write_taps(out, "conv", tree);
            break;
        case letter::corr:
            write_taps(out, "corr", tree);
            break;
        case letter::product:
            write_parts(out, "product", tree);
            break;
        case letter::sum:
            write_parts(out, "sum", tree);
            break;
        case letter::difference:
            write_parts(out, "difference", tree);
            break;
        case letter::negative:
            write_parts(out, "negative", tree);
            break;
        case letter::times:
            write(out, tree.c);
            write_parts(out, "times", tree);
            break;
        case letter::power:
            write_parts(out, "power", tree);
            out << '^' << tree.k;
            break;
        case letter::transpose:
            write_parts(out, "T", tree);
            break;
        case letter::adjoint:
            write_parts(out, "H", tree);
            break;
        case letter::conjugate:
            write_parts(out, "conj", tree);
            break;
    }
    return out.str();
}

int depth(const word_tree& tree) {
    int deepest = 0;
    for (const word_tree& part : tree.parts) deepest = std::max(deepest, depth(part));
    return deepest + 1;
}

bool is_real(const word_tree& tree) {
    const auto real = [](const gaussian& value) { return value.im == 0; };
    return real(tree.c) && std::all_of(tree.taps.begin(), tree.taps.end(), real) &&
           std::all_of(tree.parts.begin(), tree.parts.end(), is_real);
}

}  // namespace noble::testing
