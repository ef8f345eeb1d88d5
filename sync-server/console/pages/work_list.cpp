#include "sync-server/console/pages/work_list.h"

#include "sync-server/console/words/words.h"

namespace console {

using html::all;
using html::tag;

namespace {

Html step(const std::string& address, const char* words) {
    return address.empty() ? Html() : tag("li", link(address, words));
}

Html steps(const std::string& where, const Html& ways) {
    return tag("nav", {{"class", "steps"}, {"aria-label", tr("In the list")}},
               tag("p", tag("strong", where)), tag("ul", ways));
}

}  // namespace

Result<Html> place_in(const Visit& visit, const WorkList& list, std::int64_t before) {
    TRY_LET(total, list.count(visit.connection));
    std::string earlier;
    std::string later_one;
    if (before > 0) {
        TRY_LET(found, list.at(visit.connection, before - 1));
        earlier = std::move(found);
    }
    if (before + 1 < total) {
        TRY_LET(found, list.at(visit.connection, before + 1));
        later_one = std::move(found);
    }
    const std::string where =
        tr("{0} of {1} that wait", {std::to_string(before + 1), std::to_string(total)});
    return steps(where, all(step(earlier, tr("The one before")),
                            step(later_one, tr("Leave it for now, the next one")),
                            step(list.path, tr("The whole list"))));
}

Result<Html> place_between(const Visit& visit, const WorkList& list, std::int64_t before,
                           std::int64_t after) {
    TRY_LET(total, list.count(visit.connection));
    TRY_LET(next, list.at(visit.connection, after == before ? after + 1 : after));
    return steps(tr("Besides: {0} wait", {std::to_string(total)}),
                 all(step(next, tr("Leave it for now, the next one")),
                     step(list.path, tr("The whole list"))));
}

Html begin_button(const std::string& first) {
    if (first.empty()) return {};
    return tag("p", button_link(first, tr("Begin with the first"), Button::Main));
}

Result<std::string> next_of(db::Connection& connection, const WorkList& list, std::int64_t before,
                            bool stays) {
    TRY_LET(total, list.count(connection));
    const std::int64_t place = before + (stays ? 1 : 0);
    if (place < total) return list.at(connection, place);
    const bool has_others = total > (stays ? 1 : 0);
    if (!has_others) return std::string(list.path);
    return list.at(connection, 0);
}

Reply go_on(const WorkList& list, const std::string& next, const std::string& said) {
    if (next.empty() || next == list.path) {
        return go_to(list.path, said + " " + tr("No other one waits."));
    }
    return go_to(next, said + " " + tr("This is the next one."));
}

}  // namespace console
