#include "shared/records/agreement.h"

#include "shared/base/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

using records::Agreement;
using records::Revision;
using records::row_hash;

namespace {

std::vector<std::uint64_t> some_rows() {
    std::vector<std::uint64_t> rows;
    for (int i = 0; i < 100; ++i) {
        rows.push_back(row_hash("id-" + std::to_string(i), {1, i}, R"({"a":1})"));
    }
    return rows;
}

Agreement sum_of(const std::vector<std::uint64_t>& rows) {
    Agreement sum;
    for (const auto row : rows) sum.add(row);
    return sum;
}

}  // namespace

TEST_CASE("two sides that hold the same records agree, whatever order they came in") {
    auto rows = some_rows();
    const Agreement before = sum_of(rows);
    std::reverse(rows.begin(), rows.end());
    CHECK(sum_of(rows) == before);
    base::SeededRandom random(5);
    for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
    CHECK(sum_of(rows) == before);
}

TEST_CASE("a record taken out and put back leaves no trace, and the last one out leaves zero") {
    const auto rows = some_rows();
    Agreement sum = sum_of(rows);
    const Agreement before = sum;
    sum.remove(rows[3]);
    CHECK(sum != before);
    sum.add(rows[3]);
    CHECK(sum == before);
    for (const auto row : rows) sum.remove(row);
    CHECK(sum == Agreement{});
}

TEST_CASE("identity, revision and every byte of the fields count") {
    const auto row = row_hash("id", {1, 2}, R"({"a":1})");
    CHECK(row != row_hash("ie", {1, 2}, R"({"a":1})"));
    CHECK(row != row_hash("id", {1, 3}, R"({"a":1})"));
    CHECK(row != row_hash("id", {2, 2}, R"({"a":1})"));
    CHECK(row != row_hash("id", {1, 2}, R"({"a":1.0})"));
    CHECK(row == row_hash("id", {1, 2}, R"({"a":1})"));
    // Pinned: laptops and servers of different versions must agree on it.
    CHECK(records::hash_text(row) == "44d2b17eaef537ee");
}

TEST_CASE(
    "a hash keeps its zeros as text, and text that is no hash agrees with nothing by chance") {
    for (const std::uint64_t hash : {std::uint64_t{0}, std::uint64_t{0xAB}, ~std::uint64_t{0}}) {
        CHECK(records::hash_text(hash).size() == 16);
        CHECK(records::parse_hash(records::hash_text(hash)) == hash);
    }
    CHECK(records::parse_hash("") == 0);
    CHECK(records::parse_hash("zz") == 0);
}

TEST_CASE("records spread over all buckets by the end of their identity") {
    CHECK(records::bucket_of("0190a000-0000-7000-8000-0000000000ff") == 255);
    CHECK(records::bucket_of("0190a000-0000-7000-8000-000000000000") == 0);
    CHECK(records::bucket_of("") == 0);
    CHECK(records::bucket_of("zz") == 0);
    std::set<int> seen;
    for (int i = 0; i < records::kBuckets; ++i) {
        const std::string hex = records::hash_text(static_cast<std::uint64_t>(i));
        seen.insert(records::bucket_of(hex));
    }
    CHECK(seen.size() == records::kBuckets);
}
