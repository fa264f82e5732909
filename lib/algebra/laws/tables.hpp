// The groups of the table of laws, one file each.
#pragma once

#include "noble/laws.hpp"

namespace noble::law_tables {

law_group letters();
law_group delays();
law_group convolutions();
law_group transposes();
law_group noble_identities();
law_group polyphase();
law_group filter_banks();

// The parts of one group, "Sums, numbers and plain letters".
std::vector<law> sums();
std::vector<law> numbers();
std::vector<law> plain_letters();

std::vector<law> joined(const std::vector<std::vector<law>>& parts);
inline law_group group_of(std::string title, const std::vector<std::vector<law>>& parts) {
    return {std::move(title), joined(parts)};
}

// P. P. Vaidyanathan, Multirate Systems and Filter Banks, Prentice Hall, 1993.
inline constexpr const char* vaidyanathan = "Vaidyanathan 1993";
inline constexpr const char* vaidyanathan_4 = "Vaidyanathan 1993, chapter 4";
inline constexpr const char* vaidyanathan_4_2 = "Vaidyanathan 1993, section 4.2";
inline constexpr const char* vaidyanathan_4_3 = "Vaidyanathan 1993, section 4.3";
inline constexpr const char* vaidyanathan_4_4 = "Vaidyanathan 1993, section 4.4";
inline constexpr const char* vaidyanathan_5 = "Vaidyanathan 1993, chapter 5";
inline constexpr const char* vaidyanathan_5_1 = "Vaidyanathan 1993, section 5.1";
// G. Strang and T. Nguyen, Wavelets and Filter Banks, Wellesley-Cambridge, 1996.
inline constexpr const char* strang_nguyen = "Strang and Nguyen 1996";
inline constexpr const char* strang_nguyen_3 = "Strang and Nguyen 1996, chapter 3";
inline constexpr const char* strang_nguyen_4 = "Strang and Nguyen 1996, chapter 4";
// A. V. Oppenheim and R. W. Schafer, Discrete-Time Signal Processing, 3rd ed., Pearson, 2010.
inline constexpr const char* oppenheim_schafer_2 = "Oppenheim and Schafer 2010, chapter 2";
inline constexpr const char* oppenheim_schafer = "Oppenheim and Schafer 2010";
// I. Goodfellow, Y. Bengio and A. Courville, Deep Learning, MIT Press, 2016.
inline constexpr const char* goodfellow_9 = "Goodfellow, Bengio and Courville 2016, chapter 9";

}  // namespace noble::law_tables
