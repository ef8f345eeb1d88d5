#include "sync-server/accept/desk/reverting.h"

#include "sync-server/accept/change/form_rules.h"
#include "sync-server/accept/change/writers.h"

#include <set>

namespace accept {

namespace {

std::string token_or_null(const base::Fields& fields, std::string_view name) {
    const std::string* token = fields.token(name);
    return token == nullptr ? "null" : *token;
}

// Of a whole group, also where the change wrote only a part of it.
std::set<std::string> groups_written_since(const forms::Form& form,
                                           const server_store::StoredRecord& stored,
                                           const LoggedWord& word) {
    const auto writers = Writers::parse(stored.writers);
    std::set<std::string> groups;
    for (const auto& [name, token] : word.set.entries()) {
        const Writer& last = writers.of(name);
        const bool is_ours = last.device == word.device && last.n == word.n;
        const bool was_changed = word.before.has(name);
        if (!is_ours && was_changed) groups.insert(group_of(form, name));
    }
    return groups;
}

}  // namespace

std::vector<Reverting> revertings(const forms::Form& form, const server_store::StoredRecord& stored,
                                  const LoggedWord& word) {
    const auto written = groups_written_since(form, stored, word);
    std::vector<Reverting> found;
    for (const auto& [name, before] : word.before.entries()) {
        const bool goes_back = written.count(group_of(form, name)) == 0;
        found.push_back({name, token_or_null(stored.record.fields, name), before, goes_back});
    }
    return found;
}

base::Fields going_back(const std::vector<Reverting>& fields) {
    base::Fields set;
    for (const Reverting& each : fields) {
        if (each.goes_back) set.set_token(each.field, each.before);
    }
    return set;
}

}  // namespace accept
