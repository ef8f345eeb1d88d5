#include "sync-server/merge/comparing.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/merge/linking/evaluate.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

namespace merge {

using base::Error;
using base::ErrorCode;
using base::Result;
using linking::Schema;
using linking::Table;
using server_store::CandidateRow;

namespace {

constexpr std::string_view kVersion = "kawan-match-2";
constexpr std::size_t kCommonMost = 2'000;  // words and values remembered as common
constexpr double kCommonFrom = 4;           // records that have it
constexpr double kReading = 0.1;            // of the whole comparison

Table table_of(const std::vector<Profile>& profiles, Circle circle, linking::Going& going,
               linking::Going& finishing) {
    Schema schema = schema_of(circle);
    schema.true_pairs_known = 0.02 * static_cast<double>(profiles.size());
    Table table(schema);
    for (std::size_t i = 0; i < profiles.size() && going.on(i, profiles.size()); ++i) {
        table.add(cells_of(profiles[i], schema));
    }
    if (!going.is_left()) table.finish(finishing);
    return table;
}

linking::Adjust guards_of(const std::vector<Profile>& profiles, const Schema& schema) {
    std::vector<Facts> facts;
    for (const Profile& each : profiles) facts.push_back(facts_of(each));
    return [facts, schema](std::uint32_t a, std::uint32_t b, linking::Compared& compared) {
        if (!never_one(facts[a], facts[b]).empty()) return false;
        const bool is_one_home = !facts[a].is_infant && facts[a].home == facts[b].home;
        if (is_one_home) unsay_home(schema, compared);
        return true;
    };
}

// A mother who stands elsewhere as somebody's family is a mother still.
std::string kind_of_pair(const Profile& a, const Profile& b) {
    return a.row.kind == "mother" || b.row.kind == "mother" ? "mother" : a.row.kind;
}

// "full_name=2 birth_date=1": how far each field agrees.
std::string evidence_of(const Schema& schema, const linking::Link& link) {
    std::string text;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (link.levels[i] == linking::kUnsaid) continue;
        if (!text.empty()) text += ' ';
        text += schema.columns[i].name + "=" + std::to_string(link.levels[i]);
    }
    return text;
}

CandidateRow row_of(const Profile& a, const Profile& b, const Schema& schema,
                    const linking::Link& link) {
    const bool is_turned = b.row.record < a.row.record;
    const Profile& first = is_turned ? b : a;
    const Profile& second = is_turned ? a : b;
    CandidateRow row;
    row.a = first.row.record;
    row.b = second.row.record;
    row.kind = kind_of_pair(a, b);
    row.unit_a = first.row.unit;
    row.unit_b = second.row.unit;
    row.score = static_cast<std::int64_t>(link.probability * 1e6);
    row.evidence = evidence_of(schema, link);
    row.print_a = first.row.print;
    row.print_b = second.row.print;
    return row;
}

struct Common {
    double count = 0;
    std::string line;
};

// Words first, then the values of each column: "w siti 812", "3 003/001 95".
std::vector<Common> common_in(const Table& table) {
    std::vector<Common> all;
    const auto add = [&](double count, const std::string& head, const std::string& text) {
        if (count < kCommonFrom || text.empty()) return;
        all.push_back({count, head + "\t" + text + "\t" + base::json::decimal(count)});
    };
    for (std::size_t i = 0; i < table.words().size(); ++i) {
        const auto word = static_cast<std::int32_t>(i);
        add(static_cast<double>(table.words().count_of(word)), "w", table.words().text(word));
    }
    for (std::size_t i = 0; i < table.schema().size(); ++i) {
        for (std::size_t value = 1; value < table.values_in(i); ++value) {
            const linking::Value& each = table.value(i, static_cast<std::int32_t>(value));
            add(each.count, std::to_string(i), each.text);
        }
    }
    std::sort(all.begin(), all.end(), [](const Common& x, const Common& y) {
        return x.count != y.count ? x.count > y.count : x.line < y.line;
    });
    if (all.size() > kCommonMost) all.resize(kCommonMost);
    return all;
}

Learned learned_of(const Table& table, const linking::Weights& weights) {
    Learned learned;
    learned.profiles = static_cast<std::int64_t>(table.size());
    learned.text = std::string(kVersion) + "\n" + std::to_string(learned.profiles) + "\n";
    for (const double number : weights.numbers()) learned.text += base::json::decimal(number) + " ";
    learned.text += "\n";
    for (const Common& each : common_in(table)) learned.text += each.line + "\n";
    return learned;
}

using Counts = std::unordered_map<std::string, double>;  // by "w\tsiti", "3\t003/001"

Counts counts_in(const std::vector<std::string>& lines) {
    Counts counts;
    for (std::size_t i = 3; i < lines.size(); ++i) {
        const auto tab = lines[i].rfind('\t');
        if (tab == std::string::npos) continue;
        counts[lines[i].substr(0, tab)] = std::atof(lines[i].c_str() + tab + 1);
    }
    return counts;
}

// A table of a few knows how common each thing is among all.
void tell(Table& table, const Counts& counts, double total) {
    table.set_total(std::max(total, 2.0));
    const auto count_of = [&](const std::string& key) {
        const auto found = counts.find(key);
        return found == counts.end() ? 2.0 : found->second;
    };
    for (std::size_t i = 0; i < table.words().size(); ++i) {
        const auto word = static_cast<std::int32_t>(i);
        table.words().set_count(
            word, static_cast<std::int64_t>(count_of("w\t" + table.words().text(word))));
    }
    for (std::size_t i = 0; i < table.schema().size(); ++i) {
        for (std::size_t value = 1; value < table.values_in(i); ++value) {
            const auto number = static_cast<std::int32_t>(value);
            table.set_count(i, number,
                            count_of(std::to_string(i) + "\t" + table.value(i, number).text));
        }
    }
}

std::vector<double> numbers_in(const std::string& line) {
    std::vector<double> numbers;
    for (const std::string& each : base::split(line, ' ')) {
        if (!each.empty()) numbers.push_back(std::atof(each.c_str()));
    }
    return numbers;
}

}  // namespace

std::int64_t profiles_learned_from(const std::string& text) {
    const auto first = text.find('\n');
    if (first == std::string::npos || text.substr(0, first) != kVersion) return 0;
    return std::atoll(text.c_str() + first + 1);
}

std::optional<Compared> compare_all(const std::vector<Profile>& profiles, Circle circle,
                                    const linking::GoOn& go_on) {
    const auto asked = [&](double from, double to) {
        return linking::Going(
            [&go_on, from, to](double part) { return !go_on || go_on(from + part * (to - from)); });
    };
    linking::Going reading = asked(0, kReading / 2);
    linking::Going finishing = asked(kReading / 2, kReading);
    Table table = table_of(profiles, circle, reading, finishing);
    if (reading.is_left() || finishing.is_left()) return std::nullopt;
    const Schema& schema = table.schema();
    linking::Reach reach;
    reach.all_pairs_up_to = 500;
    linking::Going going = asked(kReading, 1);
    const linking::Linked linked =
        linking::link(table, linking::kWorkList, reach, guards_of(profiles, schema), going);
    if (going.is_left()) return std::nullopt;
    Compared compared;
    for (const linking::Link& link : linked.links) {
        compared.candidates.push_back(row_of(profiles[link.a], profiles[link.b], schema, link));
    }
    compared.learned = learned_of(table, linked.weights);
    return compared;
}

namespace {

Result<std::vector<CandidateRow>> compared_first(const std::vector<Profile>& profiles,
                                                 Circle circle, const std::string& learned,
                                                 double at_least) {
    const std::vector<std::string> lines = base::split(learned, '\n');
    linking::Going alone;
    Table table = table_of(profiles, circle, alone, alone);
    linking::Weights weights(table.schema());
    if (lines.size() < 3 || lines[0] != kVersion || !weights.take(numbers_in(lines[2]))) {
        return Error{ErrorCode::Unsupported, "the weights are not of this program"};
    }
    tell(table, counts_in(lines), std::atof(lines[1].c_str()));
    std::vector<CandidateRow> found;
    const auto guards = guards_of(profiles, table.schema());
    for (const auto& link : linking::link_first(table, weights, at_least, guards)) {
        found.push_back(row_of(profiles[link.a], profiles[link.b], table.schema(), link));
    }
    return found;
}

}  // namespace

Result<std::vector<CandidateRow>> compare_first(const std::vector<Profile>& profiles, Circle circle,
                                                const std::string& learned) {
    return compared_first(profiles, circle, learned, linking::kWorkList);
}

Result<std::optional<CandidateRow>> compare_pair(const Profile& a, const Profile& b, Circle circle,
                                                 const std::string& learned) {
    TRY_LET(found, compared_first({a, b}, circle, learned, 0));
    if (found.empty()) return std::optional<CandidateRow>();
    return std::optional<CandidateRow>(std::move(found.front()));
}

}  // namespace merge
