// wisdom: what `effort::measure` found out, kept for other processes on the same machine.
//
//     const plan<float> p(map, {effort::measure});
//     save_wisdom("noble.wisdom");
//     …
//     load_wisdom("noble.wisdom");         // elsewhere
//     const plan<float> same(map);         // runs as p does, and times nothing
//
// A process gathers the times that its plans measured, by kernel, method, element type, instruction
// set and about how many outputs were wanted. Plans of either effort prefer times that are known to
// predictions. Wisdom of another machine may make a plan slow, never wrong.
#pragma once

#include <string>

namespace [[gnu::visibility("default")]] noble {

/// Writes all that this process knows, whole or not at all. Throws io_error.
void save_wisdom(const std::string& path);

/// Adds what a file holds to what this process knows. Throws io_error for a file that cannot be
/// read, is not noble's or is damaged; nothing has changed then.
void load_wisdom(const std::string& path);

/// Forgets everything.
void forget_wisdom();

}  // namespace noble
