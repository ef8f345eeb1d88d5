#include "client/screens/frame/names.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;

std::string family_name(const Fields& household, const std::vector<Person>& persons) {
    const std::string head = household.text("head_name");
    if (!head.empty()) return head;
    return persons.empty() ? tr("Family without a name") : persons.front().name;
}

std::string name_if_here(const std::string& name) {
    return name.empty() ? tr("Name not on this laptop yet") : name;
}

std::string place_text(const std::string& rt, const std::string& rw) {
    if (rt.empty() && rw.empty()) return {};
    if (rw.empty()) return tr("RT {0}", {rt});
    if (rt.empty()) return tr("RW {0}", {rw});
    return tr("RT {0} / RW {1}", {rt, rw});
}

std::string unit_name(const Me& me) {
    return me.units.empty() ? std::string() : me.units.front().name;
}

std::string not_sent_text(const SyncState& state) {
    const bool compared = state.is_equal && state.last_sync_at;
    if (state.waiting == 0 && compared) return tr("Everything sent");
    return tr("Not sent yet: {0}", {std::to_string(state.waiting)});
}

std::string sent_text(const SyncState& state, Date today, base::Zone zone) {
    const std::string waiting = not_sent_text(state);
    if (!state.last_sync_at) return tr("{0}  ·  never sent", {waiting});
    const Date last = base::date_in(*state.last_sync_at, zone);
    return tr("{0}  ·  last {1}", {waiting, words::ago(last, today)});
}

bool is_all_well(const SyncState& state) {
    return state.is_equal && state.last_sync_at && state.waiting == 0 && state.to_mend == 0 &&
           state.differing == 0 && state.refused == 0;
}

}  // namespace screens
