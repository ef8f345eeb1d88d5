#include "tests/tools/demo/reading.h"

#include "shared/base/json.h"
#include "shared/base/text.h"

namespace demo_test {

namespace {

ReadLine read_line(const std::string& text) {
    const auto object = base::json::Object::parse(text);
    ReadLine line;
    line.type = object.value().string("type").value();
    line.id = object.value().string("id").value();
    line.unit = object.value().string("unit").value();
    line.fields = base::Fields::parse(*object.value().find("fields")).value();
    return line;
}

}  // namespace

std::vector<ReadLine> read_lines(const std::string& ndjson) {
    std::vector<ReadLine> lines;
    for (const std::string& text : base::split(ndjson, '\n')) {
        if (!text.empty()) lines.push_back(read_line(text));
    }
    return lines;
}

void take(Records& records, const std::vector<ReadLine>& lines) {
    for (const ReadLine& line : lines) {
        records::Record& record = records[line.id];
        record.id = base::RecordId(line.id);
        record.type = line.type;
        record.unit = line.unit;
        record.fields.apply(line.fields);
    }
}

}  // namespace demo_test
