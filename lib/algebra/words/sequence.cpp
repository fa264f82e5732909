#include "noble/sequence.hpp"

#include <algorithm>
#include <cctype>
#include <ostream>

#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {

struct sequence::data {
    index_t first = 0;
    index_t last = 0;
    std::variant<tap_list<exact>, tap_list<polynomial>> taps;
};

namespace {

template <class Scalar, class Range>
tap_list<Scalar> numbered(const Range& values) {
    tap_list<Scalar> taps;
    taps.reserve(values.size());
    index_t index = 0;
    for (const auto& value : values) taps.push_back({index++, Scalar(value)});
    return taps;
}

template <class Scalar>
void require_within(index_t first, index_t last, const tap_list<Scalar>& taps) {
    index_t previous = 0;
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const index_t index = taps[i].index;
        if (index < first || index > last || (i > 0 && index <= previous)) {
            throw argument_error("tap index " + std::to_string(index) +
                                 " is out of order or outside the span " + std::to_string(first) +
                                 " … " + std::to_string(last));
        }
        previous = index;
    }
}

// Numbers where all are numbers, so that equal sequences are held alike.
std::variant<tap_list<exact>, tap_list<polynomial>> narrowed(tap_list<polynomial> taps) {
    if (!std::ranges::all_of(taps, [](const auto& t) { return t.value.is_number(); })) return taps;
    tap_list<exact> numbers;
    for (const auto& t : taps) numbers.push_back({t.index, t.value.number()});
    return numbers;
}

std::variant<tap_list<exact>, tap_list<polynomial>> narrowed(tap_list<exact> taps) { return taps; }

index_t last_index(std::size_t length) {
    return std::max<index_t>(static_cast<index_t>(length) - 1, 0);
}

}  // namespace

sequence::sequence() : data_(std::make_shared<const data>()) {}

sequence::sequence(std::initializer_list<exact> taps)
    : sequence(0, last_index(taps.size()), numbered<exact>(taps)) {}

sequence::sequence(const std::vector<exact>& taps)
    : sequence(0, last_index(taps.size()), numbered<exact>(taps)) {}

sequence::sequence(const std::vector<polynomial>& taps)
    : sequence(0, last_index(taps.size()), numbered<polynomial>(taps)) {}

sequence::sequence(std::span<const double> taps)
    : sequence(0, last_index(taps.size()), numbered<exact>(taps)) {}

template <class Scalar>
sequence::sequence(index_t first, index_t last, tap_list<Scalar> taps) {
    if (last < first) first = last = 0;
    require_within(first, last, taps);
    std::erase_if(taps, [](const auto& t) { return t.value.is_zero(); });
    // The span is walked past by one and mirrored: keep both within 64 bits.
    (void)checked::sub(checked::add(last, 1), first);
    (void)checked::neg(first);
    data_ = std::make_shared<const data>(data{first, last, narrowed(std::move(taps))});
}

template sequence::sequence(index_t, index_t, tap_list<exact>);
template sequence::sequence(index_t, index_t, tap_list<polynomial>);

index_t sequence::first() const noexcept { return data_->first; }

index_t sequence::last() const noexcept { return data_->last; }

std::size_t sequence::count() const noexcept {
    return std::visit([](const auto& taps) { return taps.size(); }, data_->taps);
}

polynomial sequence::operator[](index_t t) const {
    return std::visit(
        [t](const auto& taps) -> polynomial {
            using list = std::decay_t<decltype(taps)>;
            const auto place = std::ranges::lower_bound(taps, t, {}, &list::value_type::index);
            if (place == taps.end() || place->index != t) return {};
            return place->value;
        },
        data_->taps);
}

bool sequence::is_numeric() const noexcept { return data_->taps.index() == 0; }

template <>
tap_list<exact> sequence::taps() const {
    if (const auto* numbers = std::get_if<tap_list<exact>>(&data_->taps)) return *numbers;
    for (const auto& t : std::get<tap_list<polynomial>>(data_->taps)) (void)t.value.number();
    return {};
}

template <>
tap_list<polynomial> sequence::taps() const {
    if (const auto* unknowns = std::get_if<tap_list<polynomial>>(&data_->taps)) return *unknowns;
    tap_list<polynomial> taps;
    for (const auto& t : std::get<tap_list<exact>>(data_->taps)) taps.push_back({t.index, t.value});
    return taps;
}

const std::variant<tap_list<exact>, tap_list<polynomial>>& sequence::storage() const noexcept {
    return data_->taps;
}

sequence sequence::origin(index_t i) const {
    return shifted(checked::sub(checked::neg(i), first()));
}

sequence sequence::shifted(index_t d) const {
    return std::visit(
        [&](auto taps) -> sequence {
            for (auto& t : taps) t.index = checked::add(t.index, d);
            return {checked::add(first(), d), checked::add(last(), d), std::move(taps)};
        },
        data_->taps);
}

sequence sequence::reversed() const {
    return std::visit(
        [&](auto taps) -> sequence {
            std::ranges::reverse(taps);
            for (auto& t : taps) t.index = -t.index;
            return {-last(), -first(), std::move(taps)};
        },
        data_->taps);
}

sequence conj(const sequence& q) {
    return std::visit(
        [&](auto taps) -> sequence {
            for (auto& t : taps) t.value = conj(t.value);
            return {q.first(), q.last(), std::move(taps)};
        },
        q.data_->taps);
}

sequence operator*(const exact& c, const sequence& q) {
    return std::visit(
        [&](auto taps) -> sequence {
            for (auto& t : taps) t.value = c * t.value;
            return {q.first(), q.last(), std::move(taps)};
        },
        q.data_->taps);
}

bool operator==(const sequence& a, const sequence& b) {
    return a.data_ == b.data_ ||
           (a.first() == b.first() && a.last() == b.last() && a.data_->taps == b.data_->taps);
}

sequence unknown(const std::string& name, index_t length) {
    const auto is_letter = [](unsigned char c) { return std::isalpha(c) != 0; };
    const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    const auto letters_end = std::ranges::find_if_not(name, is_letter);
    if (letters_end == name.begin() || !std::all_of(letters_end, name.end(), is_digit)) {
        throw argument_error("'" + name + "' cannot name unknown taps; use letters, then digits");
    }
    if (length < 1) {
        throw argument_error("an unknown kernel of " + std::to_string(length) +
                             " taps; the length must be at least 1");
    }
    require_memory(length, 512, "the unknown kernel " + name);
    tap_list<polynomial> taps;
    for (index_t i = 0; i < length; ++i) taps.push_back({i, polynomial(unknown_tap{name, i})});
    return {0, length - 1, std::move(taps)};
}

std::size_t hash_value(const sequence& q) {
    std::size_t h = static_cast<std::size_t>(q.first()) * 31 + static_cast<std::size_t>(q.last());
    std::visit(
        [&](const auto& taps) {
            for (const auto& t : taps) {
                h = h * 31 + static_cast<std::size_t>(t.index);
                h = h * 31 + hash_value(t.value);
            }
        },
        q.storage());
    return h;
}

}  // namespace noble
