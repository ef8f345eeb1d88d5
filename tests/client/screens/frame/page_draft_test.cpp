#include "client/screens/frame/page_draft.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

using desk::Desk;
using screens::Draft;
using screens::PageDraft;

namespace {

Draft draft_of(const PageDraft& page) {
    Draft draft;
    draft.id = page.id();
    draft.type = "page";
    return draft;
}

}  // namespace

TEST_CASE("what is written on a page is kept once, and begun until it is saved or thrown away") {
    Desk desk;
    PageDraft page(desk.ports(), "");
    CHECK_FALSE(page.is_begun());
    page.changed();
    CHECK(page.is_being_typed());
    desk.clock.advance_ms(500);
    CHECK_FALSE(page.is_being_typed());
    CHECK(page.keep(draft_of(page)));
    CHECK_FALSE(page.is_changed());
    CHECK(page.is_begun());
    CHECK(desk.drafts().size() == 1);
}

TEST_CASE("a page is thrown away only once she was asked, and its draft with it") {
    Desk desk;
    PageDraft page(desk.ports(), "");
    page.changed();
    CHECK(page.keep(draft_of(page)));
    page.discard_clicked();
    page.discard_cancelled();
    CHECK_FALSE(page.asks_to_discard());
    CHECK_FALSE(page.is_discarded());
    page.discard_clicked();
    CHECK(page.asks_to_discard());
    page.discard_confirmed();
    CHECK(page.is_discarded());
    CHECK(desk.drafts().empty());
}

TEST_CASE("a draft that the disk refused leaves the earlier one to be thrown away") {
    Desk desk;
    PageDraft page(desk.ports(), "");
    page.changed();
    CHECK(page.keep(draft_of(page)));
    page.changed();
    desk.disk_refuses = base::ErrorCode::DiskFull;
    CHECK_FALSE(page.keep(draft_of(page)));
    CHECK(page.is_begun());
    page.discard_confirmed();
    CHECK(desk.drafts().empty());
}
