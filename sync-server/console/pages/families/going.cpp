#include "sync-server/console/pages/families/going.h"

#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

#include <map>

namespace console {

using html::tag;

Html persons_of(const std::vector<records::Record>& records) {
    Html names;
    for (const records::Record& each : records) {
        if (each.type != "person") continue;
        names += tag("li", html::name(each.fields.text("full_name")));
    }
    return tag("ul", names);
}

Html counted(const Visit& visit, const std::string& caption,
             const std::vector<records::Record>& records) {
    if (records.empty()) return {};
    std::map<std::string, int> counts;
    for (const records::Record& each : records) ++counts[each.type];
    Table table{caption, {tr("What"), tr("How many")}, {}};
    for (const auto& [type, count] : counts) {
        table.rows.push_back({type_words(visit, type), std::to_string(count)});
    }
    return figures_table(table);
}

std::string stamp_of(const std::vector<records::Record>& records) {
    std::vector<std::string> seen;
    for (const records::Record& each : records) {
        seen.push_back(each.id.text() + to_text(each.revision));
    }
    return stamp(seen);
}

std::string where_her_id_stands() {
    return tr("It stands on the page of each of her records: one opens from a figure's list");
}

std::string no_id_words() {
    return tr("This is no such number: a name is not enough. Copy the number from her page.");
}

}  // namespace console
