// noble prove 'A == B': a proof, or where the two differ.
#include <memory>
#include <string>
#include <vector>

#include "errors.hpp"
#include "noble/error.hpp"
#include "noble/prove_map.hpp"
#include "noble/prove_range.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "options/numbers.hpp"
#include "output/json.hpp"
#include "output/proof_json.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct prove_options {
    std::string equation;
    std::vector<std::string> ranges;
    std::string condition;
    std::string n;
    std::string window;
    std::string boundary;
    resource_options resources;
    bool json = false;
};

void require_consistent(const prove_options& options) {
    if (!options.condition.empty() && options.ranges.empty()) {
        throw argument_error("--where is a condition on variables; give them with --for k=1..16");
    }
    if (options.n.empty() && !(options.window.empty() && options.boundary.empty())) {
        throw argument_error("--window and --boundary are for finite maps; add --on N");
    }
    if (!options.n.empty() && !options.ranges.empty()) {
        throw argument_error("--on and --for exclude each other");
    }
}

template <class Proof>
void print(const Proof& p, const prove_options& options, const streams& s) {
    if (options.json) {
        json object{{"equation", options.equation}};
        object.update(to_json(p));
        s.out << json_text(object) << '\n';
    } else {
        s.out << to_string(p) << '\n';
    }
}

extents sizes_of(const std::string& text) {
    extents sizes;
    for (const auto& part : parts_of(text)) {
        sizes.push_back(integer_from("--on", part, 0, INT64_MAX));
        if (sizes.back() == 0) {
            throw argument_error("--on 0: no samples, an empty matrix, nothing to prove; N >= 1");
        }
    }
    return sizes;
}

int run_on_samples(const prove_options& options, const streams& s) {
    const equation e = parse_equation(options.equation, standard_vocabulary());
    binding_options binding;
    binding.window = options.window.empty() ? "full" : options.window;
    binding.boundary = options.boundary.empty() ? "zero" : options.boundary;
    const auto n = sizes_of(options.n);
    const map_proof p = prove(map_of(e.left, n, binding), map_of(e.right, n, binding));
    print(p, options, s);
    return p.holds() ? exit_status::done : exit_status::failed;
}

// A range without a case proves nothing and refutes nothing.
int run_on_range(const prove_options& options, const streams& s) {
    const range_proof p =
        prove_range(options.equation, options.ranges, options.condition, standard_vocabulary());
    if (p.cases() > 0 && !p.unused.empty()) {
        throw argument_error("the variable '" + p.unused.front() + "' of --for does not occur in " +
                             options.equation);
    }
    print(p, options, s);
    if (p.cases() == 0) return exit_status::usage;
    return p.holds() ? exit_status::done : exit_status::failed;
}

int run_prove(const prove_options& options, const streams& s) {
    use_resources(options.resources);
    require_consistent(options);
    if (!options.n.empty()) return run_on_samples(options, s);
    if (!options.ranges.empty()) return run_on_range(options, s);
    const any_proof p = prove_equation(options.equation, standard_vocabulary());
    print(p, options, s);
    return holds(p) ? exit_status::done : exit_status::failed;
}

}  // namespace

action prepare_prove(command& c) {
    auto options = std::make_shared<prove_options>();
    c.argument("EQUATION", options->equation, "Two words: A == B");
    c.list("--for", "RANGE", options->ranges,
           "Prove it for each integer of a range, k=1..16; repeat for more variables");
    c.option("--where", "CONDITION", options->condition,
             "Only for values that meet this, as in 'gcd(k,m) == 1 and k % 2 == 0'");
    c.option("--on", "N", options->n,
             "Compare the finite maps on N samples instead (R,C: one per axis)");
    c.option("--window", "W", options->window,
             "With --on: outputs kept: full (unless given), valid, same or FIRST:COUNT");
    c.option("--boundary", "MODE", options->boundary,
             "With --on: the signal outside; zero unless given");
    add_json(c, options->json);
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_prove(*options, s); };
}

}  // namespace noble::app
