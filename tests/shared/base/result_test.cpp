#include "shared/base/result.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

// Empties what it held when it goes, so that a reader of what is gone sees it in every build.
struct Row {
    std::string text;
    Row(const char* words) : text(words) {}
    Row(const Row& other) = default;
    Row(Row&& other) = default;
    ~Row() { text.clear(); }
};

struct Read {
    std::vector<Row> rows;
};

base::Result<Read> read() {
    return Read{{"one", "two"}};
}

}  // namespace

TEST_CASE("what a result hands out by value outlives it") {
    static_assert(std::is_same_v<decltype(read().value()), Read>);
    static_assert(std::is_same_v<decltype(read().error()), base::Error>);

    std::string seen;
    for (const Row& row : read().value().rows) seen += row.text + " ";
    CHECK(seen == "one two ");
}
