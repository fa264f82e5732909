#include "verbs/verbs.hpp"

#include <array>

namespace noble::app {
namespace {

constexpr std::array table{
    verb{"apply", "EXPR IN OUT", "Run a word on a signal file",
         "noble apply 'down(4) * conv(lowpass(0.2, 255))' in.flac out.wav", prepare_apply},
    verb{"matrix", "EXPR -n N", "Write a word's matrix on N samples", "noble matrix 'down(2)' -n 4",
         prepare_matrix},
    verb{"check", "EXPR -n N",
         "Test a word's finite map: dot test, transpose, linearity; --paths: the engine",
         "noble check 'down(3) * conv([1 4 6 4 1]@2)' -n 50 --boundary symmetric", prepare_check},
    verb{"plan", "EXPR -n N", "Say how the engine would run a word, and why",
         "noble plan 'down(4) * conv(lowpass(0.2, 255))' -n 1000000", prepare_plan},
    verb{"plot", "EXPR -o FILE", "Draw a word as SVG: taps, response, matrix, diagram; --animate",
         "noble plot 'down(2) * conv([1 4 6 4 1]@2)' -o word.svg", prepare_plot},
    verb{"prove", "'A == B'", "Decide whether two words are the same operator",
         "noble prove 'up(k) == down(k).T' --for k=1..64", prepare_prove},
    verb{"explain", "'A == B'", "Derive one word from another, a law at each step",
         "noble explain 'down(2) * conv(up(2)(q:3)) == conv(q) * down(2)'", prepare_explain},
    verb{"simplify", "EXPR", "Write the same operator as a short word",
         "noble simplify 'down(2) * conv([1 2 1]) * up(2)' --trace", prepare_simplify},
    verb{"bank", "COLUMN ROW", "Decide perfect reconstruction of a filter bank",
         "noble bank 'column(down(2), down(2, 1))' 'row(up(2), up(2, 1))'", prepare_bank},
    verb{"laws", "[NAME]", "List the laws of these words, or prove and show one",
         "noble laws noble-down", prepare_laws},
    verb{"info", "FILE", "Describe a signal file", "noble info recording.wav", prepare_info},
};

}  // namespace

std::span<const verb> verbs() { return table; }

}  // namespace noble::app
