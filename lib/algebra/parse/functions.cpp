#include "algebra/parse/functions.hpp"

#include <algorithm>
#include <array>

#include "algebra/parse/integer.hpp"
#include "algebra/parse/names.hpp"
#include "algebra/parse/repeated_sum.hpp"
#include "algebra/parse/sequences.hpp"
#include "algebra/parse/taps.hpp"
#include "algebra/parse/words.hpp"

namespace noble::parsing {
namespace {

// down(k), down(k, p): an error of the letter is one of its first argument.
value read_resampler(state& s, op (*letter)(index_t, index_t)) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    const index_t k = read_integer(s);
    const index_t p = s.in.take_spaced(",") ? read_integer(s) : 0;
    return s.composed(begin, [&] { return letter(k, p); });
}

value read_identity(state& /*s*/) { return identity(); }
value read_delay(state& s) { return delay(read_integer(s)); }
value read_scale(state& s) { return scale(read_number_expression(s)); }
value read_down(state& s) { return read_resampler(s, down); }
value read_up(state& s) { return read_resampler(s, up); }
value read_conv(state& s) { return conv(read_sequence(s, "conv")); }
value read_corr(state& s) { return corr(read_sequence(s, "corr")); }
value read_conj(state& s) { return conjugated(read_value(s)); }
value read_centred(state& s) { return read_sequence(s, "centred").centred(); }
value read_reversed(state& s) { return read_sequence(s, "reversed").reversed(); }

value read_kron(state& s) {
    const op rows = read_word(s, "kron(ROWS, COLUMNS)");
    if (!s.in.take_spaced(",")) s.in.expected("',' and the word along the columns' index");
    const op cols = read_word(s, "kron(ROWS, COLUMNS)");
    return kron(rows, cols);
}

// An argument of row(…) or column(…): a word counts as a bank of one channel each way.
bank read_block(state& s) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    const value a = read_value(s);
    if (const auto* word = std::get_if<op>(&a)) return row({*word});
    if (const auto* block = std::get_if<bank>(&a)) return *block;
    s.in.fail(begin, "expected a word or a bank, found " + kind(a));
}

value read_column(state& s) {
    const std::size_t begin = s.in.position();
    std::vector<op> words;
    index_t outputs = 0;
    index_t inputs = 0;
    do {
        s.in.skip_spaces();
        const std::size_t position = s.in.position();
        const bank block = read_block(s);
        if (outputs > 0 && block.inputs() != inputs) {
            s.in.fail(position, "the parts of a column need one number of inputs: found " +
                                    std::to_string(block.inputs()) + " after " +
                                    std::to_string(inputs));
        }
        inputs = block.inputs();
        outputs += block.outputs();
        words.insert(words.end(), block.words().begin(), block.words().end());
    } while (s.in.take_spaced(","));
    return s.composed(begin, [&] { return bank(outputs, inputs, words); });
}

value read_row(state& s) {
    const std::size_t begin = s.in.position();
    std::vector<bank> blocks;
    index_t inputs = 0;
    do {
        s.in.skip_spaces();
        const std::size_t position = s.in.position();
        blocks.push_back(read_block(s));
        inputs += blocks.back().inputs();
        if (blocks.back().outputs() != blocks.front().outputs()) {
            s.in.fail(position, "the parts of a row need one number of outputs: found " +
                                    std::to_string(blocks.back().outputs()) + " after " +
                                    std::to_string(blocks.front().outputs()));
        }
    } while (s.in.take_spaced(","));
    std::vector<op> words;
    for (index_t i = 0; i < blocks.front().outputs(); ++i) {
        for (const auto& block : blocks) {
            for (index_t j = 0; j < block.inputs(); ++j) words.push_back(block.at(i, j));
        }
    }
    const index_t outputs = blocks.front().outputs();
    return s.composed(begin, [&] { return bank(outputs, inputs, words); });
}

struct function {
    std::string_view name;
    const char* usage;
    value (*read)(state&);
};

constexpr std::array functions{
    function{"identity", "identity()", read_identity},
    function{"delay", "delay(d)", read_delay},
    function{"scale", "scale(c)", read_scale},
    function{"down", "down(k) or down(k, p)", read_down},
    function{"up", "up(k) or up(k, p)", read_up},
    function{"conv", "conv(q), as in conv([1 2 1])", read_conv},
    function{"corr", "corr(q), as in corr([1 2 1])", read_corr},
    function{"conj", "conj(A)", read_conj},
    function{"centred", "centred(q)", read_centred},
    function{"reversed", "reversed(q)", read_reversed},
    function{"sum", "sum(i=0..3, A)", read_repeated_sum},
    function{"kron", "kron(A, B)", read_kron},
    function{"row", "row(A, B)", read_row},
    function{"column", "column(A, B)", read_column},
};

value read_call(state& s, const function& f) {
    s.in.skip_spaces();
    const std::size_t open = s.in.position();
    if (!s.in.take("(")) s.in.expected(std::string("'(', as in ") + f.usage);
    value result = f.read(s);
    if (!s.in.take_spaced(")")) {
        s.in.expected("')' to close the '(' of column " + std::to_string(s.in.column(open)) +
                      " in " + f.usage);
    }
    return result;
}

[[noreturn]] void fail_unknown(const state& s, std::size_t begin, std::string_view name) {
    const bool called = s.in.peek() == '(';
    const bool could_be_kernel = !called && name.find('_') == std::string_view::npos;
    s.in.fail(begin, unknown_name(s, name) +
                         (could_be_kernel ? "; unknown taps are declared by their number, as in " +
                                                std::string(name.substr(0, 40)) + ":5"
                                          : ""));
}

}  // namespace

std::vector<std::string> function_names() {
    std::vector<std::string> names{"id"};
    for (const auto& f : functions) names.emplace_back(f.name);
    return names;
}

value read_named(state& s) {
    const std::size_t begin = s.in.position();
    const auto name = s.in.take_name();
    s.in.skip_spaces();
    if (s.in.peek() == ':') return read_declaration(s, begin, name);
    const auto f = std::ranges::find(functions, name, &function::name);
    const auto kernel = s.words.kernels.find(std::string(name));
    const bool called = s.in.peek() == '(';
    if (called && f != functions.end()) return read_call(s, *f);
    if (called && kernel != s.words.kernels.end()) return read_kernel(s, begin, kernel->second);
    if (name == "id") return identity();
    if (s.unknowns.contains(name)) return read_repeated(s, begin, name);
    if (const auto* variable = s.variable(name)) return scale(*variable);
    if (f != functions.end()) return read_call(s, *f);
    if (kernel != s.words.kernels.end()) s.in.expected("'(', as in " + kernel->second.usage);
    fail_unknown(s, begin, name);
}

}  // namespace noble::parsing
