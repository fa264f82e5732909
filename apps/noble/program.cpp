#include "program.hpp"

#include <algorithm>

#include "errors.hpp"
#include "noble/build_information.hpp"
#include "noble/error.hpp"
#include "noble/version.hpp"
#include "options/parse_arguments.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

void print_help(std::ostream& out) {
    out << "noble: words in down(k), up(k) and convolution, as matrices and on signal files\n\n"
           "Usage: noble VERB ARGUMENTS…\n\n";
    for (const auto& v : verbs()) {
        const std::string head = std::string(v.name) + ' ' + std::string(v.arguments);
        out << "  " << head << std::string(20 - std::min<std::size_t>(head.size(), 18), ' ')
            << v.summary << '\n';
    }
    out << "\n  noble VERB --help     a verb's options\n"
           "  noble --version\n\n"
           "Example:\n";
    for (const auto& v : verbs()) out << "  " << v.example << '\n';
    out << "\nExit status: 0 done, 1 check failed or refuted, 2 usage or expression, 3 file or "
           "format, "
           "4 refused size\n";
}

void print_version(std::ostream& out) {
    out << "noble " << version << '\n';
    for (const auto& [name, value] : build_information()) {
        if (name != "version") out << "  " << name << ": " << value << '\n';
    }
}

const verb& find_verb(const std::string& name) {
    const auto all = verbs();
    const auto found = std::ranges::find(all, name, &verb::name);
    if (found != all.end()) return *found;
    std::string names;
    for (const auto& v : all) names += (names.empty() ? "" : ", ") + std::string(v.name);
    throw argument_error("unknown verb '" + name + "'; there are " + names +
                         ", and noble --help says more");
}

int run_verb(const verb& v, const std::vector<std::string>& args, const streams& s) {
    command c{.name = "noble " + std::string(v.name),
              .description = std::string(v.summary),
              .footer = "Example: " + std::string(v.example),
              .parameters = {}};
    const action act = v.prepare(c);
    if (const auto help = parse_arguments(c, args)) {
        s.out << *help;
        return exit_status::done;
    }
    return act(s);
}

}  // namespace

int run(const std::vector<std::string>& args, const streams& s) {
    if (args.empty()) {
        print_help(s.err);
        return exit_status::usage;
    }
    const std::string& first = args.front();
    if (first == "--help" || first == "-h" || first == "help") {
        print_help(s.out);
        return exit_status::done;
    }
    if (first == "--version") {
        print_version(s.out);
        return exit_status::done;
    }
    return run_verb(find_verb(first), {args.begin() + 1, args.end()}, s);
}

}  // namespace noble::app
