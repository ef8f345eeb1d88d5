// Two health centres with a server each and nothing between them: a family of the first (Siti's)
// goes to the second, where Wati is.
#pragma once

#include "sync-server/accept/crossing/arriving.h"
#include "sync-server/accept/crossing/leaving.h"
#include "sync-server/store/meta.h"
#include "tests/simulation/moving_village.h"

namespace simulation {

inline const std::string kFar = "JAUH-1";

struct TwoCentres : Neighbours {
    Server far{folder.path("far.db"), clock, random, {kFar, "JAUH-2"}};
    Device wati{folder.path("wati.db"), far, far.add_user("Wati", "KADER", {kFar}), clock, random};

    TwoCentres() {
        REQUIRE(
            server_store::set_meta(far.connection(), server_store::kCentre, "Puskesmas Jauh").ok());
        family();
        REQUIRE(!wati.sync().error);
    }

    crossing::OutRequest away(const RecordId& record) {
        crossing::OutRequest request;
        request.record = record.text();
        request.to = "PKM Jauh";
        request.reason = "pindah rumah";
        request.actor = server_store::kCommandLine;
        return request;
    }
    crossing::InRequest into(const crossing::Sealed& sealed, const std::string& unit) {
        crossing::InRequest request;
        request.bytes = sealed.bytes;
        request.code = sealed.code;
        request.unit = unit;
        request.actor = server_store::kCommandLine;
        return request;
    }
    crossing::Sealed write(Server& from, const crossing::OutRequest& request) {
        auto sealed = crossing::write_out(from.desk(), request, {});
        if (!sealed.ok()) MESSAGE(sealed.error().message);
        REQUIRE(sealed.ok());
        return std::move(sealed).value();
    }
    crossing::Sealed write(const RecordId& record) { return write(server, away(record)); }
    crossing::Sealed write_further(const std::string& id) {
        auto sealed = crossing::write_further(server.desk(), id, server_store::kCommandLine, {});
        if (!sealed.ok()) MESSAGE(sealed.error().message);
        REQUIRE(sealed.ok());
        return std::move(sealed).value();
    }
    crossing::Arrived take(Server& at, const crossing::InRequest& request) {
        auto arrived = crossing::take_in(at.desk(), request);
        if (!arrived.ok()) MESSAGE(arrived.error().message);
        REQUIRE(arrived.ok());
        return std::move(arrived).value();
    }
    crossing::Arrived take(const crossing::Sealed& sealed) {
        return take(far, into(sealed, sealed.bytes.empty() ? "" : kFar));
    }
    crossing::Closed confirm(Server& at, const std::string& receipt) {
        auto closed = crossing::confirm(at.desk(), receipt, server_store::kCommandLine);
        if (!closed.ok()) MESSAGE(closed.error().message);
        REQUIRE(closed.ok());
        return std::move(closed).value();
    }
    // Both steps and the receipt; gives the crossing.
    std::string move_away(const RecordId& record) {
        const crossing::Sealed sealed = write(record);
        confirm(server, take(sealed).receipt);
        return sealed.id;
    }
    template <typename T>
    std::string refusal(const base::Result<T>& result) {
        REQUIRE(!result.ok());
        return result.error().message;
    }
    void far_too() {
        for (int i = 0; i < 2; ++i) CHECK(!wati.sync().error);
        CHECK(confirmed_rows(wati) == server_rows(far, {kFar}));
        CHECK(wati.status().agreed);
    }
    std::string unit_there(const RecordId& id) {
        const auto stored = server_store::find_record(far.connection(), id.text());
        REQUIRE(stored.ok());
        return stored.value() ? stored.value()->record.unit : "";
    }
    std::vector<RecordId> everyone() { return {home, mother, infant, visit}; }
};

}  // namespace simulation
