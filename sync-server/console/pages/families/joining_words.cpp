#include "sync-server/console/pages/families/joining_words.h"

#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/records/records.h"

namespace console {

using html::Html;

std::string objection_words(const joining::Objection& objection) {
    struct Words {
        const char* code;
        const char* text;
    };
    static constexpr Words kWords[] = {
        {"merged_already", later("One of them was joined with another already.")},
        {"retracted", later("One of them was withdrawn.")},
        {"outside", later("One of them has gone to another health centre.")},
        {"leaving",
         later("One of them is moving to another health centre. Finish or cancel that first.")},
        {"other_unit", later("They are of different posyandu: move one of them first.")},
        {"mother_and_child", later("One is the other's mother.")},
        {"adult_and_infant", later("One is an infant and the other is not.")},
        {"other_sex", later("One is a girl and the other a boy.")},
        {"twins", later("They were born together: twins look alike.")},
        {"same_hand", later("One cadre wrote both down, of one mother and one day: are they "
                            "twins?")},
        {"births_first", later("Two births of that day stand behind them: join the births first.")},
        {"other_mother", later("They are of different mothers: join the mothers first.")},
        {"other_count", later("Not as many children were born.")},
        {"other_day", later("They were not born on the same day.")},
    };
    for (const Words& each : kWords) {
        if (objection.code == each.code) return tr(each.text);
    }
    return objection.words;
}

Html moving_words(const Visit& visit, const std::map<std::string, std::int64_t>& moving,
                  const std::string& last_visit) {
    Html lines;
    const auto day = base::local_date_of(last_visit);
    for (const auto& [type, count] : moving) {
        std::string line = std::to_string(count) + " × " + type_words(visit, type);
        if (type == "visit" && day) {
            line += ", " + tr("the last on {0}", {words::short_date(*day, tongue())});
        }
        lines += html::tag("li", line);
    }
    return lines.empty() ? Html(tr("nothing else hangs on this record")) : html::tag("ul", lines);
}

Result<Html> whose_choice(const Visit& visit, const std::vector<records::Record>& records,
                          const Field& field) {
    if (records.empty()) return Html();
    std::vector<Option> options;
    for (const records::Record& each : records) {
        TRY_LET(whom, about(visit, each));
        std::string label = type_words(visit, each.type);
        if (const auto day = base::local_date_of(whom.day)) {
            label += ", " + words::short_date(*day, tongue());
        }
        options.push_back({each.id.text(), label, false});
    }
    return checkboxes(field, options);
}

Result<Html> record_name(const Visit& visit, const std::string& id) {
    TRY_LET(stored, server_store::find_record(visit.connection, id));
    return stored ? record_name(visit, stored->record) : Html(tr("not here any more"));
}

}  // namespace console
