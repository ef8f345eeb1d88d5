#include "sync-server/console/pages/families/pair_table.h"

#include "sync-server/accept/change/aliases.h"
#include "sync-server/console/pages/families/joining_words.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <array>

namespace console {

using html::all;
using html::tag;
using joining::FieldPair;
using joining::Preview;
using joining::Side;

namespace {

constexpr const char* kSex = "sex";  // of a child; mothers are women

// What tells two people of one name apart, and whom to ask.
constexpr std::array<const char*, 11> kTelling = {
    "full_name", "head_name", "birth_date",   kSex, "household_id", "mother_person_id",
    "phone",     "landmark",  "address_line", "rt", "rw",
};
constexpr std::string_view kHome = "household_id";

const std::string* token_or_none(const std::string& token) {
    return token.empty() || token == "null" ? nullptr : &token;
}

// Fields that are taken together (SYNC 10) are one choice, of the first one's name.
using Together = std::vector<FieldPair>;

std::vector<Together> choices_of(const Preview& preview) {
    std::vector<Together> choices;
    for (const FieldPair& each : preview.fields) {
        const auto same = std::find_if(choices.begin(), choices.end(), [&](const Together& fields) {
            return fields.front().group == each.group;
        });
        if (same == choices.end()) {
            choices.push_back({each});
        } else {
            same->push_back(each);
        }
    }
    return choices;
}

// Of two households of one head: the words alone do not tell them apart.
bool says_the_same(const Visit& visit, const std::string& type, const FieldPair& pair) {
    const auto words_of = [&](const std::string& token) {
        return value_words(visit, type, pair.field, token_or_none(token)).markup();
    };
    return words_of(pair.winner) == words_of(pair.loser);
}

Html values_of(const Visit& visit, const std::string& type, const Together& fields, Side side) {
    Html values;
    for (const FieldPair& each : fields) {
        const bool is_winner = side == Side::Winner;
        const std::string* token = token_or_none(is_winner ? each.winner : each.loser);
        values += all(values.empty() ? "" : ", ", value_words(visit, type, each.field, token));
        if (!is_winner && says_the_same(visit, type, each)) {
            values += all(" ", tr("(another one of this name)"));
        }
    }
    return values;
}

Html choice_cell(const Visit& visit, const std::string& type, const Together& fields, Side side,
                 const std::string& prefix) {
    const bool is_winner = side == Side::Winner;
    const std::string name = prefix + fields.front().field;
    const std::string chosen = visit.value("take." + name);  // on a form that comes back
    const bool is_chosen =
        chosen.empty() ? fields.front().suggested == side : (chosen == "winner") == is_winner;
    const std::string id = name + (is_winner ? "-winner" : "-loser");
    return tag("div", {{"class", "option"}},
               tag("input", {{"type", "radio"},
                             {"id", id},
                             {"name", "take." + name},
                             {"value", is_winner ? "winner" : "loser"},
                             {"checked", is_chosen}}),
               tag("label", {{"for", id}}, values_of(visit, type, fields, side)));
}

// What the row's two answers do not say by themselves: that day and month are exchanged.
bool tells_more(const merge::Reason& reason, std::string_view field) {
    const std::string_view code = reason.code;
    const auto colon = code.find(':');
    const std::string_view compared = code.substr(0, colon);
    if (!reason.speaks_for || colon == std::string_view::npos) return false;
    if (code.substr(colon + 1) == "same") return false;
    const bool is_of_mother = compared == "mother" || compared == "mother_birth";
    return compared == field || (is_of_mother && field == "mother_person_id");
}

Html question_of(const Visit& visit, const std::string& type, const Together& fields,
                 const std::vector<merge::Reason>& reasons) {
    std::string names;
    Html more;
    for (const FieldPair& pair : fields) {
        names += (names.empty() ? "" : ", ") + field_words(visit, type, pair.field);
        for (const merge::Reason& each : reasons) {
            if (!tells_more(each, pair.field)) continue;
            more += tag("div", {{"class", "hint"}}, merge::words_alone(each, reason_language()));
        }
    }
    return all(names, more);
}

// A table of the one that stays and the other, each on its side.
struct Both {
    Table table;
    bool stays_on_right = false;

    Both(const std::string& caption, bool on_right) : stays_on_right(on_right) {
        table.caption = caption;
        table.columns = {tr("Question"), tr("The one that stays"), tr("The other")};
        if (on_right) std::swap(table.columns[1], table.columns[2]);
    }
    void add(const Html& question, Html stays, Html other) {
        if (stays_on_right) std::swap(stays, other);
        table.rows.push_back({question, stays, other});
    }
    void add_same(const Html& question, const Html& answer) {
        table.rows.push_back({question, answer, tr("the same")});
    }
};

void add_choice(const Visit& visit, const std::string& type, const Together& fields,
                const std::string& prefix, const std::vector<merge::Reason>& reasons, Both& both) {
    both.add(question_of(visit, type, fields, reasons),
             choice_cell(visit, type, fields, Side::Winner, prefix),
             choice_cell(visit, type, fields, Side::Loser, prefix));
}

Result<Html> author_of(const Visit& visit, const records::Record& record) {
    TRY_LET(stored, server_store::find_record(visit.connection, record.id.text()));
    if (!stored) return Html("–");
    return author_of_answer(visit, *stored, "full_name");
}

Result<Html> members_of(const Visit& visit, const records::Record& household) {
    constexpr std::size_t kShown = 8;
    TRY_LET(naming, server_store::records_naming(visit.connection, household.id.text()));
    Html names;
    std::size_t count = 0;
    for (const records::Record& each : naming) {
        const bool is_member =
            each.type == "person" && each.fields.text(kHome) == household.id.text();
        if (!is_member || ++count > kShown) continue;
        names += all(names.empty() ? "" : ", ", html::name(each.fields.text("full_name")));
    }
    if (count == 0) return Html("–");
    return count > kShown ? all(names, ", …") : names;
}

// Where her household is found: its street, RT and RW, and landmark.
Result<Html> address_of_home(const Visit& visit, const records::Record& person) {
    TRY_LET(id, accept::canonical(visit.connection, person.fields.text(kHome)));
    TRY_LET(home, server_store::find_record(visit.connection, id));
    if (!home) return Html("–");
    const base::Fields& fields = home->record.fields;
    Html lines;
    const auto add = [&lines](const Html& line) { lines += tag("div", line); };
    const std::string street = fields.text("address_line");
    const std::string landmark = fields.text("landmark");
    const Html rt_rw = rt_rw_words(fields.text("rt"), fields.text("rw"));
    if (!street.empty()) add(html::name(street, 200));
    if (!rt_rw.empty()) add(rt_rw);
    if (!landmark.empty()) add(html::name(landmark, 200));
    return lines.empty() ? Html("–") : lines;
}

// Of two whom two posyandu wrote down: it is asked where they live.
Status add_homes(const Visit& visit, const Preview& preview, Both& both) {
    const bool is_asked =
        preview.winner.type == "person" && preview.winner.unit != preview.loser.unit;
    if (!is_asked) return base::Done{};
    TRY_LET(here, address_of_home(visit, preview.winner));
    TRY_LET(there, address_of_home(visit, preview.loser));
    both.add(tr("Address of the household"), here, there);
    return base::Done{};
}

// What is no question: whose they are, who wrote them, what comes along.
Status add_what_is_known(const Visit& visit, const Preview& preview, Both& both) {
    const std::string unit = unit_words(visit, preview.winner.unit);
    if (preview.winner.unit == preview.loser.unit) {
        both.add_same(tr("Posyandu"), unit);
    } else {
        both.add(tr("Posyandu"), unit, unit_words(visit, preview.loser.unit));
    }
    TRY(add_homes(visit, preview, both));
    TRY_LET(one, author_of(visit, preview.winner));
    TRY_LET(other, author_of(visit, preview.loser));
    both.add(tr("Written by"), one, other);
    if (preview.winner.type == "household") {
        TRY_LET(here, members_of(visit, preview.winner));
        TRY_LET(there, members_of(visit, preview.loser));
        both.add(tr("Who lives there"), here, there);
    }
    if (preview.held.empty() && preview.moving.empty()) return base::Done{};
    both.add(tr("Written about each: the other's comes along to the one that stays"),
             moving_words(visit, preview.held, preview.winner_visited),
             moving_words(visit, preview.moving, preview.loser_visited));
    return base::Done{};
}

}  // namespace

bool stays_on_right(const Preview& preview) {
    return preview.loser.id.text() < preview.winner.id.text();
}

Html differing(const Visit& visit, const Preview& preview, const Differing& how) {
    Both both(how.caption, how.stays_on_right);
    for (const Together& each : choices_of(preview)) {
        add_choice(visit, preview.winner.type, each, how.prefix, {}, both);
    }
    return both.table.rows.empty() ? Html() : table(both.table);
}

Result<Html> beside(const Visit& visit, const Preview& preview, const Beside& how) {
    Both both(how.may_choose ? tr("Where they differ: choose what is right") : tr("The two"),
              stays_on_right(preview));
    const std::string& type = preview.winner.type;
    std::vector<Together> choices = choices_of(preview);
    const auto add = [&](const Together& fields) {
        const std::string& field = fields.front().field;
        if (how.may_choose && !(how.asks_of_homes_below && field == kHome)) {
            add_choice(visit, type, fields, "", how.reasons, both);
            return;
        }
        both.add(question_of(visit, type, fields, how.reasons),
                 values_of(visit, type, fields, Side::Winner),
                 values_of(visit, type, fields, Side::Loser));
    };
    for (const std::string field : kTelling) {
        const auto choice = std::find_if(choices.begin(), choices.end(), [&](const auto& fields) {
            return fields.front().field == field;
        });
        const std::string* token = preview.winner.fields.token(field);
        if (choice != choices.end()) {
            add(*choice);
            choices.erase(choice);
        } else if (field == kSex && preview.winner.fields.text("is_infant") != "1") {
            continue;
        } else if (token != nullptr && token_or_none(*token) != nullptr) {
            both.add_same(field_words(visit, type, field), value_words(visit, type, field, token));
        }
    }
    for (const Together& each : choices) add(each);
    TRY(add_what_is_known(visit, preview, both));
    return table(both.table);
}

void take_sides(const Visit& visit, const Preview& preview, const std::string& prefix,
                joining::Request& request) {
    for (const Together& each : choices_of(preview)) {
        const std::string& name = each.front().field;
        const bool takes_loser = visit.value("take." + prefix + name) == "loser";
        request.take[name] = takes_loser ? Side::Loser : Side::Winner;
    }
}

}  // namespace console
