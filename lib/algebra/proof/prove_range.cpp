#include "noble/prove_range.hpp"

#include <algorithm>
#include <functional>
#include <ostream>

#include "algebra/parse/condition.hpp"
#include "algebra/proof/decision/proof_cost.hpp"
#include "algebra/proof/decision/proof_text.hpp"
#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

using values = std::vector<std::pair<std::string, index_t>>;

std::string text_of(const values& assigned) {
    std::string text;
    for (const auto& [name, value] : assigned) {
        text += (text.empty() ? "" : ", ") + name + " = " + std::to_string(value);
    }
    return text;
}

// All combinations of the ranges, the last varying fastest.
class combinations {
 public:
    combinations(const std::vector<std::string>& ranges, const vocabulary& words)
        : ranges_(ranges), words_(words) {}

    void for_each(const std::function<void()>& visit) {
        visited_ = 0;
        descend(0, visit);
    }

    // Counts before anything is proved. Throws limit_error.
    void require_few() {
        for_each([] {});
    }

    [[nodiscard]] const vocabulary& words() const { return words_; }
    [[nodiscard]] const values& assigned() const { return assigned_; }
    /// As far as they could be read: a range within an empty one has no bounds.
    [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

 private:
    void descend(std::size_t depth, const std::function<void()>& visit) {
        if (depth == ranges_.size()) return visit();
        parsing::state s(ranges_[depth], words_);
        const auto range = parsing::read_variable_range(s);
        if (depth == texts_.size()) texts_.push_back(range.text);
        for (index_t i = range.first; i <= range.last; ++i) {
            if (++visited_ > 2 * most_combinations) refuse();
            words_.variables[range.name] = i;
            assigned_.emplace_back(range.name, i);
            if (depth + 1 == ranges_.size() && ++combinations_ > most_combinations) refuse();
            descend(depth + 1, visit);
            assigned_.pop_back();
            if (i == range.last) break;  // which may be the largest integer
        }
        words_.variables.erase(range.name);
        if (depth == 0) combinations_ = 0;
    }

    [[noreturn]] static void refuse() {
        throw limit_error("the ranges have more than " + std::to_string(most_combinations) +
                          " combinations, the limit");
    }

    const std::vector<std::string>& ranges_;
    vocabulary words_;
    values assigned_;
    std::vector<std::string> texts_;
    index_t visited_ = 0;
    index_t combinations_ = 0;
};

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    for (parsing::cursor in(text); !in.at_end();) {
        const auto name = in.take_name();
        if (name.empty()) {
            in.skip();
        } else {
            names.emplace_back(name);
        }
    }
    return names;
}

bool mentions(std::string_view text, const std::string& name) {
    return std::ranges::count(names_in(text), name) > 0;
}

// The variable of a range: the name that it begins with.
std::string variable_of(const std::string& range) {
    const auto names = names_in(range);
    return names.empty() ? "" : names.front();
}

std::vector<std::string> unused_variables(const std::vector<std::string>& ranges,
                                          std::string_view equation, std::string_view condition) {
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const std::string name = variable_of(ranges[i]);
        bool used = mentions(equation, name) || mentions(condition, name);
        for (std::size_t j = 0; j < ranges.size(); ++j) {
            used = used || (j != i && mentions(ranges[j], name));
        }
        if (!used) unused.push_back(name);
    }
    return unused;
}

// Taps of q are called q0, q1, …: a variable of such a name would change what the equation says.
void require_no_tap(const std::vector<std::string>& ranges,
                    const std::vector<std::string>& unknowns) {
    for (const auto& range : ranges) {
        const std::string name = variable_of(range);
        for (const auto& kernel : unknowns) {
            if (!name.starts_with(kernel) || name.size() == kernel.size()) continue;
            const auto rest = std::string_view(name).substr(kernel.size());
            if (rest.find_first_not_of("_0123456789") != std::string_view::npos) continue;
            throw argument_error("the variable '" + name +
                                 "' of --for is a tap of the unknown "
                                 "kernel '" +
                                 kernel + "'; name it otherwise");
        }
    }
}

bool condition_holds(std::string_view condition, const vocabulary& words) {
    if (condition.empty()) return true;
    parsing::state s(condition, words);
    const bool holds = parsing::read_condition(s);
    s.in.skip_spaces();
    if (!s.in.at_end()) s.in.expected("'and', 'or' or the end");
    return holds;
}

// Errors of one case name its values.
template <class F>
auto at_values(const values& assigned, const F& f) {
    const auto where = [&](const error& e) { return e.what() + ("\nat " + text_of(assigned)); };
    try {
        return f();
    } catch (const parse_error& e) {
        throw parse_error(where(e), e.column);
    } catch (const limit_error& e) {
        throw limit_error(e.what() + (" (at " + text_of(assigned) + ")"));
    }
}

proof_cost cost_of(const equation& e) {
    return std::visit(
        [&](const auto& left) {
            return noble::cost_of(left, std::get<std::decay_t<decltype(left)>>(e.right));
        },
        e.left);
}

bool decided(std::string_view text, const vocabulary& words, range_proof& p) {
    const equation e = parse_equation(text, words);
    return std::visit(
        [&](const auto& left) {
            const auto proof = decide(left, std::get<std::decay_t<decltype(left)>>(e.right));
            for (const auto& name : proof.unknowns) {
                const auto place = std::ranges::lower_bound(p.unknowns, name);
                if (place == p.unknowns.end() || *place != name) p.unknowns.insert(place, name);
            }
            return proof.holds();
        },
        e.left);
}

// Throws limit_error at the case where it, or all up to it, would take too much.
void require_feasible_cases(std::string_view text, std::string_view condition, combinations& all) {
    proof_cost total;
    all.for_each([&] {
        at_values(all.assigned(), [&] {
            if (!condition_holds(condition, all.words())) return;
            total.then(cost_of(parse_equation(text, all.words())));
            require_feasible(total);
        });
    });
}

void add_case(std::string_view text, const combinations& all, range_proof& p) {
    if (!condition_holds(p.condition, all.words())) {
        ++p.left_out;
    } else if (decided(text, all.words(), p)) {
        ++p.proved;
    } else {
        ++p.refuted;
        if (!p.first) p.first = {all.assigned(), prove_equation(text, all.words())};
    }
}

std::string ranges_text(const range_proof& p) {
    std::string text;
    for (const auto& range : p.ranges) text += (text.empty() ? "" : ", ") + range;
    return p.condition.empty() ? text : text + " where " + p.condition;
}

std::string left_out_text(const range_proof& p) {
    if (p.condition.empty()) return "";
    return " (" + std::to_string(p.left_out) + " of " + std::to_string(p.cases() + p.left_out) +
           " combinations left out)";
}

}  // namespace

range_proof prove_range(std::string_view equation, const std::vector<std::string>& ranges,
                        std::string_view condition, const vocabulary& words) {
    combinations all(ranges, words);
    all.require_few();
    range_proof p;
    p.ranges = all.texts();
    p.condition = condition;
    p.unused = unused_variables(ranges, equation, condition);
    require_feasible_cases(equation, condition, all);
    all.for_each([&] { at_values(all.assigned(), [&] { add_case(equation, all, p); }); });
    require_no_tap(ranges, p.unknowns);
    return p;
}

std::string to_string(const range_proof& p) {
    if (p.cases() == 0) {
        return "nothing to prove: no case in " + ranges_text(p) + left_out_text(p);
    }
    const std::string total = std::to_string(p.cases()) + (p.cases() == 1 ? " case: " : " cases: ");
    const std::string range = ranges_text(p) + left_out_text(p);
    if (p.holds()) {
        return "proved for " + std::to_string(p.proved) + " of " + total + range + "\neach case " +
               scope_text(p.unknowns);
    }
    std::string text = "refuted for " + std::to_string(p.refuted) + " of " + total + range +
                       "\nfirst at " + text_of(p.first->values) + ": " + reason_text(p.first->why);
    for (const auto& hint : hints_of(p.first->why)) text += "\n" + hint;
    return text;
}

std::ostream& operator<<(std::ostream& out, const range_proof& p) { return out << to_string(p); }

}  // namespace noble
