#include "client/store/sealed_vfs/page_seal.h"

#include "tests/client/store/sealed_vfs/bench_file.h"

#include <doctest/doctest.h>

using sealed_test::key_of;
using sealed_vfs::Page;

namespace {

Page page_with_content() {
    Page page{};
    for (std::size_t i = 0; i < 4056; ++i) page[i] = static_cast<unsigned char>(i * 7);
    return page;
}

}  // namespace

TEST_CASE("a page opens in its own place only, with its own key only, and comes back whole") {
    Page page = page_with_content();
    REQUIRE(sealed_vfs::seal_page(key_of('a'), 5, page));
    const Page sealed = page;
    CHECK(sealed != page_with_content());
    CHECK(sealed_vfs::open_page(key_of('a'), 5, page));
    CHECK(page == page_with_content());
    for (const std::uint32_t number : {0u, 4u, 6u, 5u + 256u, 5u + 65536u, 5u + 16777216u}) {
        page = sealed;
        CHECK_FALSE(sealed_vfs::open_page(key_of('a'), number, page));
    }
    page = sealed;
    CHECK_FALSE(sealed_vfs::open_page(key_of('b'), 5, page));
}

TEST_CASE("a page whose reserved bytes are in use is not sealed, and not changed") {
    Page page = page_with_content();
    page[4095] = 1;
    const Page before = page;
    CHECK_FALSE(sealed_vfs::seal_page(key_of('a'), 5, page));
    CHECK(page == before);
}
