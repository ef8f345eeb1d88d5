// The sentences of the command line say things by the window's words.
#include "client/app/sending/courier.h"
#include "client/app/sending/syncing.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using client_app::CourierTrouble;
using sync_client::Trouble;

TEST_CASE("no sentence speaks of a server, a program or a USB: the window says it in her words") {
    std::vector<std::string> all = {client_app::sentence_of_restore(3),
                                    client_app::sentence_of_stick_restore(3)};
    for (int each = 0; each <= static_cast<int>(Trouble::Storage); ++each) {
        all.push_back(client_app::sentence_of(static_cast<Trouble>(each), 2));
    }
    for (int each = 0; each <= static_cast<int>(CourierTrouble::Storage); ++each) {
        all.push_back(client_app::sentence_of(static_cast<CourierTrouble>(each)));
    }
    store::SyncStatus status;
    status.last_sync_at = base::Instant{1};
    for (const bool is_agreed : {true, false}) {
        status.agreed = is_agreed;
        for (std::string& each : client_app::sentences_of(status)) all.push_back(std::move(each));
    }
    for (const std::string& words : all) {
        CAPTURE(words);
        for (const char* other : {"erver", "rogram ", "USB"}) {
            CHECK(words.find(other) == std::string::npos);
        }
    }
    CHECK(all.front().starts_with("Komputer puskesmas dipulihkan dari salinan cadangan."));
}

TEST_CASE("with records waiting, no sentence says that the laptop holds what the server holds") {
    store::SyncStatus status;
    status.last_sync_at = base::Instant{1};
    status.agreed = true;
    CHECK(client_app::sentences_of(status).back() ==
          "Isi laptop ini sama dengan komputer puskesmas.");
    status.waiting = 2;
    CHECK(client_app::sentences_of(status).back() ==
          "Selain yang belum terkirim, isi laptop ini sama dengan komputer puskesmas.");
}
