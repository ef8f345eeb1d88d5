// Who last wrote a record, read from who last wrote each of its fields.
#include "sync-server/accept/change/writers.h"

#include <doctest/doctest.h>

using accept::Writer;
using accept::Writers;

TEST_CASE("the last writer is the one of the newest revision, also after reading it back") {
    const Writer creator{{1, 1}, 3, 1, 17};
    Writers writers = Writers::created_by(creator);
    CHECK(writers.last() == creator);
    const Writer newest{{1, 4}, 5, 1, 2};
    writers.set("a", {{1, 2}, 4, 1, 8});
    writers.set("b", newest);
    writers.set("c", {{1, 3}, 4, 1, 9});
    CHECK(writers.last() == newest);
    CHECK(Writers::parse(writers.to_text()).last() == newest);
    CHECK(writers.last_but(5)->n == 9);
}

TEST_CASE("there is no other where one device wrote everything") {
    Writers writers = Writers::created_by({{1, 1}, 3, 1, 17});
    writers.set("a", {{1, 2}, 3, 2, 18});
    CHECK(writers.last_but(3) == nullptr);
    CHECK(writers.last_but(4)->n == 18);
}
