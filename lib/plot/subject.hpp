// A word that is drawn, and what several of its pictures need of it, made once, when one asks.
#pragma once

#include <concepts>
#include <optional>
#include <variant>

#include "noble/bank.hpp"
#include "noble/canonical.hpp"
#include "noble/plot.hpp"
#include "plot/panels/filters.hpp"

namespace noble::drawing {

/// The filters of a form, of every word of a bank, of taps. Throws argument_error where taps are
/// unknown, or beyond most_drawn.
filter_list filters_of(const canonical<exact>& form);
filter_list filters_of(const bank& a);
filter_list filters_of(const sequence& q);

template <class Word>
class subject {
 public:
    subject(const Word& word, const plot_options& options) : word_(word), options_(options) {}

    [[nodiscard]] const Word& word() const noexcept { return word_; }
    [[nodiscard]] const plot_options& options() const noexcept { return options_; }

    /// Of the word's numbers. Throws as filters_of does.
    const filter_list& filters() {
        if (filters_) return *filters_;
        if constexpr (std::same_as<Word, op>) {
            if (!form_ || !word_.is_numeric()) form_ = canonical_form<exact>(word_);
            filters_ = filters_of(std::get<canonical<exact>>(*form_));
        } else {
            filters_ = filters_of(word_);
        }
        return *filters_;
    }
    /// Whether a picture has asked for them.
    [[nodiscard]] bool has_filters() const noexcept { return filters_.has_value(); }

    /// In the scalar that the word needs.
    const std::variant<canonical<exact>, canonical<polynomial>>& form() requires
        std::same_as<Word, op> {
        if (!form_) form_ = canonical_form(word_);
        return *form_;
    }
    /// The form that the filters are made of. Throws as they do.
    const canonical<exact>& numbers() requires std::same_as<Word, op> {
        filters();
        return std::get<canonical<exact>>(*form_);
    }

 private:
    const Word& word_;
    const plot_options& options_;
    std::optional<std::variant<canonical<exact>, canonical<polynomial>>> form_;  // of one axis
    std::optional<filter_list> filters_;
};

}  // namespace noble::drawing
