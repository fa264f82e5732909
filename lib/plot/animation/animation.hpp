// What the animations of one and of two axes share.
#pragma once

#include <string>
#include <vector>

#include "noble/linear_map.hpp"
#include "plot/animation/timeline.hpp"
#include "plot/drawing/panel.hpp"
#include "plot/panels/motion.hpp"

namespace noble::drawing {

/// Whether an interval holds at most `most` indices, wherever its ends are.
bool is_within(const interval& i, index_t most);

/// Throws argument_error unless 0.05 ≤ seconds ≤ 60.
void require_step(double seconds);

/// Throws argument_error where there is nothing to show.
void require_outputs(std::size_t count);

/// Throws limit_error that says on how many samples the word is animated; `fits` is empty where
/// there is no such size.
[[noreturn]] void refuse_animation(const std::string& word, const std::string& size,
                                   const std::string& fits);

/// The greatest size of 1 … most that fits; 0 where there is none.
template <class Fits>
index_t greatest_size(index_t most, const Fits& fits) {
    for (index_t size = most; size > 0; --size) {
        if (fits(size)) return size;
    }
    return 0;
}

/// What an input's zeros and a kernel's steps mean, in a line.
template <class Scalar>
std::string motion_note(const axis_motion<Scalar>& m) {
    if (m.outputs > 1) {
        return "The taps change with a period of " + number(m.outputs) + " outputs and " +
               number(m.inputs) + " inputs";
    }
    std::string note;
    if (m.spacing > 1)
        note = "↑ puts " + number(m.spacing - 1) + (m.spacing == 2 ? " zero" : " zeros") +
               " between samples; ";
    return note + "the taps move on by " + number(m.inputs) +
           (m.inputs == 1 ? " position" : " positions") + " for each output";
}

/// The page: the panel, and below it the matrix of the map with row i lit at step i.
std::string written_animation(const std::string& word, panel moving, const linear_map& map,
                              const timeline& time);

}  // namespace noble::drawing
