#include "sync-server/app/commands/output.h"

#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace server_app {

namespace {

namespace json = base::json;

void print_json(const Rows& rows) {
    std::printf("[");
    const char* between = "";
    for (const auto& row : rows.rows) {
        json::Writer object;
        for (std::size_t i = 0; i < row.size(); ++i) object.add(rows.header[i], row[i]);
        std::printf("%s%s", between, object.text().c_str());
        between = ",";
    }
    std::printf("]\n");
}

void print_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        line += row[i];
        const std::size_t width = base::character_count(row[i]);
        if (i + 1 < row.size()) line.append(widths[i] - width + 2, ' ');
    }
    std::printf("%s\n", line.c_str());
}

}  // namespace

void print(const Rows& rows, bool as_json) {
    if (as_json) return print_json(rows);
    std::vector<std::size_t> widths;
    for (const std::string& name : rows.header) widths.push_back(base::character_count(name));
    for (const auto& row : rows.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], base::character_count(row[i]));
        }
    }
    print_row(rows.header, widths);
    for (const auto& row : rows.rows) print_row(row, widths);
}

void print_facts(const Facts& facts, bool as_json) {
    json::Writer object;
    for (const auto& [name, value] : facts) {
        object.add(name, value);
        if (!as_json) std::printf("%s: %s\n", name.c_str(), value.c_str());
    }
    if (as_json) std::printf("%s\n", object.text().c_str());
}

void add_counts(const std::string& word, const std::vector<records::Record>& records,
                Facts& facts) {
    std::map<std::string, int> counts;
    for (const records::Record& record : records) ++counts[record.type];
    for (const auto& [type, count] : counts) {
        facts.emplace_back(word + type, std::to_string(count));
    }
}

int exit_code(const base::Error& error) {
    return error.code == base::ErrorCode::Usage ? 2 : 1;
}

int fail(const base::Error& error) {
    std::fprintf(stderr, "kawan-server: %s\n", error.message.c_str());
    return exit_code(error);
}

}  // namespace server_app
