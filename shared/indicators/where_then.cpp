#include "shared/indicators/where_then.h"

namespace indicators {

bool is_counted(const records::Record& record) {
    return record.type == "person" || record.type == "tally";
}

std::string home_of(const records::Record& counted) {
    const std::string household = counted.fields.text("household_id");
    return household.empty() ? counted.id.text() : household;
}

std::vector<records::Record> records_on(const Found& records, const Moves& moved, base::Date day) {
    std::vector<records::Record> then;
    for (const records::Record* each : records) then.push_back(*each);
    for (const auto& [place, moves] : moved) {
        then[place].unit = records::unit_on(moves, day, records[place]->unit);
    }
    return then;
}

std::map<std::string, std::set<std::string>> counted_by_unit(const Found& records,
                                                             const Moves& moved,
                                                             const std::string& home) {
    std::string unit;
    for (const records::Record* each : records) {
        if (each->id.text() == home) unit = each->unit;
    }
    std::map<std::string, std::set<std::string>> found;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!is_counted(*records[i]) || home_of(*records[i]) != home) continue;
        const bool says_it_herself = moved.count(i) != 0 || unit.empty();
        found[says_it_herself ? records[i]->unit : unit].insert(records[i]->id.text());
    }
    return found;
}

std::vector<records::Record> records_in(const std::string& unit,
                                        std::vector<records::Record> records,
                                        const std::string& household, const std::string& home_unit,
                                        const Movers& movers) {
    for (records::Record& each : records) {
        const bool is_hers = each.type == "person" && each.fields.text("household_id") == household;
        if (!is_hers) continue;
        const auto moved = movers.find(each.id.text());
        const std::string& where = moved == movers.end() ? home_unit : moved->second;
        if (where != unit) each.fields.erase("household_id");
    }
    return records;
}

}  // namespace indicators
