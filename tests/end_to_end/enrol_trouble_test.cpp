// What the window says of an enrolment rests on these: each trouble is told apart, by a real
// server.
#include "client/app/sending/enrolling.h"
#include "client/app/workplace.h"
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>

using client_app::EnrolTrouble;

namespace {

struct Try {
    bool is_made = false;
    EnrolTrouble trouble = EnrolTrouble::None;
};

Try enrol(const std::string& data, const std::string& code, const std::string& server) {
    Try tried;
    const auto made = client_app::enrol(data, code, server, "kopi pahit di teras",
                                        base::SystemClock().now(), &tried.trouble);
    tried.is_made = made.ok();
    if (made.ok()) client_app::close_store(client_app::file_named(data, made.value().device));
    return tried;
}

}  // namespace

TEST_CASE("a code enrols one laptop; used, mistyped, or with the server off, it says which") {
    const end_to_end::Scratch scratch;
    end_to_end::Centre centre(scratch);
    centre.start();
    const auto codes = centre.add_users();
    const std::string code = codes.at("Siti");

    std::string mistyped = code;
    mistyped.back() = mistyped.back() == '7' ? '8' : '7';
    CHECK(enrol(scratch.path("a"), mistyped, "").trouble == EnrolTrouble::BadCode);
    CHECK(enrol(scratch.path("a"), code, "ftp://nowhere").trouble == EnrolTrouble::BadAddress);

    const Try first = enrol(scratch.path("a"), code, "");
    CHECK(first.is_made);
    CHECK(first.trouble == EnrolTrouble::None);
    CHECK(client_app::store_files(scratch.path("a")).value().size() == 1);
    CHECK(enrol(scratch.path("b"), code, "").trouble == EnrolTrouble::CodeUsed);

    centre.stop();
    const std::string other = codes.at("Ani");
    CHECK(enrol(scratch.path("b"), other, "").trouble == EnrolTrouble::NoConnection);
    centre.start();
    CHECK(enrol(scratch.path("b"), other, "").is_made);
}
