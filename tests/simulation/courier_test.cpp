// Syncs by stick: the real laptop's bytes, the real centre's answer, and everything that a courier
// can do to them on the way.
#include "client/sync/courier.h"
#include "client/app/recording/recorder.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/request.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace simulation;
using protocol::BundleTrouble;
using sync_client::CarriedReply;

namespace {

const sync_client::Self kSelf{"0.1.0", forms::FormSet::builtin().digest()};

struct Couriers {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{7};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"POSY-1"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"POSY-1"}), clock,
                random};
    Device ani{folder.path("ani.db"), server, server.add_user("Ani", "KADER", {"POSY-1"}), clock,
               random};

    std::string write(Device& device) {
        const auto identity = device.store().identity().value();
        auto made = sync_client::make_request(device.store(), identity, clock, kSelf);
        REQUIRE(made.ok());
        return made.value().bytes;
    }
    accept::Received receive(const std::string& bundle) {
        auto service =
            accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
        REQUIRE(service.ok());
        auto received = accept::receive_bundle(service.value(), server.connection(), bundle);
        REQUIRE(received.ok());
        return received.value();
    }
    CarriedReply read(Device& device, const std::string& reply) {
        const auto named = [](const records::Record& record) {
            return client_app::named_by(forms::FormSet::builtin(), record);
        };
        const auto identity = device.store().identity().value();
        auto taken = sync_client::take_reply(device.store(), identity, clock, named, kSelf, reply);
        REQUIRE(taken.ok());
        return taken.value();
    }
    CarriedReply there_and_back(Device& device) {
        return read(device, receive(write(device)).reply);
    }
    std::int64_t changes_on_server() {
        auto count = server.connection().prepare("SELECT count(*) FROM change");
        REQUIRE(count.ok());
        REQUIRE(count.value().step().ok());
        return count.value().number(0);
    }
    std::int64_t incarnation(Device& device) {
        return device.store().progress().value().incarnation;
    }
    bool all_equal() {
        const auto rows = server_rows(server, {"POSY-1"});
        return confirmed_rows(siti) == rows && confirmed_rows(ani) == rows;
    }
    // Many changes in one transaction of the laptop, each with a field of so many bytes.
    void add_many(Device& device, int count, std::size_t bytes) {
        auto transaction = db::Transaction::begin(device.store().connection());
        REQUIRE(transaction.ok());
        for (int i = 0; i < count; ++i) {
            base::Fields fields = household("K" + std::to_string(i));
            if (bytes > 0) fields.set("of_a_newer_form", std::string(bytes, 'x'));
            const store::Write write{
                "household", base::RecordId(base::make_uuid7(clock.now(), random)),
                "POSY-1",    fields,
                "1",         "",
                ""};
            REQUIRE(store::save_inside(device.store(), write, {}, clock.now()).ok());
        }
        REQUIRE(transaction.value().commit().ok());
    }
};

}  // namespace

TEST_CASE_FIXTURE(Couriers, "only the reply says that what was carried has arrived") {
    siti.add("household", household("A"), "POSY-1");
    siti.add("household", household("B"), "POSY-1");
    const std::string bundle = write(siti);
    CHECK(siti.status().waiting == 2);
    const accept::Received received = receive(bundle);
    CHECK(received.taken == 2);
    CHECK(received.user_name == "Siti");
    CHECK(siti.status().waiting == 2);
    const CarriedReply reply = read(siti, received.reply);
    CHECK(reply.confirmed == 2);
    CHECK(reply.agreed);
    CHECK(!reply.has_more);
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Couriers, "the receipt of a carried sync is kept, and signed for these changes") {
    siti.add("household", household("A"), "POSY-1");
    there_and_back(siti);
    const auto receipts = store::receipts(siti.store(), 10);
    REQUIRE(receipts.ok());
    REQUIRE(receipts.value().size() == 1);
    const protocol::Receipt& receipt = receipts.value().front();
    CHECK(receipt.last_n == 1);
    CHECK(receipt.head == siti.store().progress().value().head);
    const auto key =
        crypto::VerifyKey::from_text(siti.store().identity().value().receipt_key).value();
    const auto signature = crypto::from_base64url(receipt.signature).value();
    CHECK(key.verify(signed_text(receipt), signature));
}

TEST_CASE_FIXTURE(Couriers,
                  "two laptops on one stick learn of each other; neither reads the "
                  "other's reply") {
    siti.add("household", household("A"), "POSY-1");
    ani.add("household", household("B"), "POSY-1");
    const accept::Received for_siti = receive(write(siti));
    const accept::Received for_ani = receive(write(ani));
    CHECK(read(siti, for_ani.reply).trouble == BundleTrouble::NotForUs);
    CHECK(siti.status().waiting == 1);
    CHECK(read(siti, for_siti.reply).confirmed == 1);
    const CarriedReply at_ani = read(ani, for_ani.reply);
    CHECK(at_ani.confirmed == 1);
    CHECK(at_ani.received == 1);
    there_and_back(siti);
    CHECK(all_equal());
}

TEST_CASE_FIXTURE(Couriers,
                  "a bundle that arrives twice, and a reply that is read twice, change "
                  "nothing more") {
    siti.add("household", household("A"), "POSY-1");
    const std::string bundle = write(siti);
    const std::string first = receive(bundle).reply;
    const accept::Received again = receive(bundle);
    CHECK(again.changes == 1);
    CHECK(again.taken == 0);
    CHECK(!again.is_forked);
    CHECK(read(siti, again.reply).confirmed == 1);
    CHECK(read(siti, first).confirmed == 0);
    CHECK(read(siti, first).confirmed == 0);
    CHECK(changes_on_server() == 1);
    CHECK(store::receipts(siti.store(), 10).value().size() == 1);
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Couriers, "a bundle that comes after a sync by network is late, not a fork") {
    siti.add("household", household("A"), "POSY-1");
    const std::string bundle = write(siti);
    siti.add("household", household("B"), "POSY-1");
    siti.sync();
    siti.add("household", household("C"), "POSY-1");
    const accept::Received late = receive(bundle);
    CHECK(!late.is_forked);
    CHECK(late.taken == 0);
    const CarriedReply reply = read(siti, late.reply);
    CHECK(!reply.error);
    CHECK(reply.confirmed == 0);
    CHECK(siti.status().waiting == 1);
    CHECK(incarnation(siti) == 1);
    siti.sync();
    ani.sync();
    CHECK(changes_on_server() == 3);
    CHECK(all_equal());
}

TEST_CASE_FIXTURE(Couriers, "a bundle of a laptop that had recorded nothing yet may be late too") {
    const std::string bundle = write(siti);
    siti.add("household", household("A"), "POSY-1");
    siti.sync();
    const accept::Received late = receive(bundle);
    CHECK(!late.is_forked);
    CHECK(read(siti, late.reply).confirmed == 0);
    CHECK(incarnation(siti) == 1);
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Couriers, "a store that was damaged is found out and mended by stick") {
    siti.add("household", household("A"), "POSY-1");
    ani.add("household", household("B"), "POSY-1");
    there_and_back(siti);
    there_and_back(ani);
    const char* const damage =
        R"(UPDATE record SET confirmed = '{"rt":"009"}' WHERE confirmed IS NOT NULL;
          UPDATE unit_state SET hash = hash + 12345)";
    REQUIRE(ani.store().connection().execute(damage).ok());
    siti.add("household", household("C"), "POSY-1");
    there_and_back(siti);
    int trips = 1;
    while (there_and_back(ani).has_more && trips < 5) ++trips;
    CHECK(trips > 1);
    CHECK(trips < 5);
    there_and_back(siti);
    CHECK(all_equal());
}

TEST_CASE_FIXTURE(Couriers,
                  "bundles out of order need no new life, whichever reply is read first") {
    for (Device* device : {&siti, &ani}) {
        device->add("household", household("A"), "POSY-1");
        const std::string monday = write(*device);
        device->add("household", household("B"), "POSY-1");
        const std::string tuesday = write(*device);
        const std::string to_tuesday = receive(tuesday).reply;
        const accept::Received late = receive(monday);
        CHECK(!late.is_forked);
        const bool newest_first = device == &siti;
        CHECK(read(*device, newest_first ? to_tuesday : late.reply).confirmed == 2);
        CHECK(read(*device, newest_first ? late.reply : to_tuesday).confirmed == 0);
        CHECK(device->status().waiting == 0);
        CHECK(device->status().agreed);
        CHECK(incarnation(*device) == 1);
    }
    CHECK(changes_on_server() == 4);
}

TEST_CASE_FIXTURE(Couriers, "one bundle carries all that waits; each piece has its receipt") {
    const int count = 2 * static_cast<int>(protocol::kBundleLinesAtOnce) + 100;
    add_many(siti, count, 0);
    const accept::Received received = receive(write(siti));
    CHECK(received.taken == count);
    const CarriedReply reply = read(siti, received.reply);
    CHECK(reply.confirmed == count);
    CHECK(reply.agreed);
    CHECK(siti.status().is_green());
    const auto receipts = store::receipts(siti.store(), 10);
    REQUIRE(receipts.value().size() == 3);
    CHECK(receipts.value().front().last_n == count);
    there_and_back(ani);
    CHECK(all_equal());
}

TEST_CASE_FIXTURE(Couriers,
                  "a reply carries more than one answer, and says when not even that is "
                  "all") {
    add_many(siti, 850, 60'000);
    CHECK(siti.sync().error == std::nullopt);
    const accept::Received received = receive(write(ani));
    CHECK(received.has_more);
    CHECK(received.reply.size() < protocol::kBundleBytesMax);
    const CarriedReply first = read(ani, received.reply);
    CHECK(first.has_more);
    CHECK(first.received > 500);
    CHECK(!there_and_back(ani).has_more);
    CHECK(all_equal());
}

TEST_CASE_FIXTURE(Couriers,
                  "a store put back from a copy learns of the fork by stick, and nothing "
                  "of either life is lost") {
    siti.add("household", household("A"), "POSY-1");
    there_and_back(siti);
    siti.copy_to(folder.path("copy.db"));
    siti.add("household", household("B"), "POSY-1");
    there_and_back(siti);
    siti.restore_from(folder.path("copy.db"));
    siti.add("household", household("C"), "POSY-1");
    const accept::Received forked = receive(write(siti));
    CHECK(forked.is_forked);
    CHECK(forked.taken == 0);
    const CarriedReply reply = read(siti, forked.reply);
    CHECK(reply.is_forked);
    CHECK(reply.confirmed == 0);
    CHECK(siti.status().waiting == 1);
    CHECK(incarnation(siti) == 2);
    CHECK(there_and_back(siti).confirmed == 1);
    there_and_back(ani);
    CHECK(changes_on_server() == 3);
    CHECK(all_equal());
}

TEST_CASE_FIXTURE(Couriers, "days on the road say nothing about the laptop's clock") {
    siti.sync();
    const std::int64_t before = siti.status().clock_offset_ms;
    siti.add("household", household("A"), "POSY-1");
    const std::string bundle = write(siti);
    clock.advance_ms(3 * 24 * 3600'000LL);
    const std::string reply = receive(bundle).reply;
    clock.advance_ms(2 * 24 * 3600'000LL);
    CHECK(read(siti, reply).confirmed == 1);
    CHECK(siti.status().clock_offset_ms == before);
    auto logged = server.connection().prepare("SELECT max(abs(clock_offset_ms)) FROM change");
    REQUIRE(logged.value().step().ok());
    CHECK(logged.value().number(0) == 0);
}

TEST_CASE_FIXTURE(Couriers,
                  "what a user who left had is taken into quarantine; a stranger's is not") {
    siti.add("household", household("A"), "POSY-1");
    const std::string bundle = write(siti);
    const auto user = server_store::find_user_by_name(server.connection(), "Siti");
    REQUIRE(server_store::disable_user(server.connection(), user.value()->id, clock.now()).ok());
    const accept::Received disabled = receive(bundle);
    CHECK(disabled.refusal == accept::Refusal::None);
    CHECK(disabled.taken == 1);
    const auto held = server_store::open_quarantine(server.connection());
    REQUIRE(held.value().size() == 1);
    CHECK(held.value().front().code == "revoked");

    Server elsewhere{folder.path("elsewhere.db"), clock, random, {"POSY-1"}};
    Device stranger{folder.path("stranger.db"), elsewhere,
                    elsewhere.add_user("Siti", "KADER", {"POSY-1"}), clock, random};
    stranger.add("household", household("B"), "POSY-1");
    CHECK(receive(write(stranger)).refusal == accept::Refusal::NotEnrolled);
    CHECK(changes_on_server() == 1);
}

TEST_CASE_FIXTURE(Couriers, "a laptop cannot carry another's request under its own name") {
    siti.add("household", household("A"), "POSY-1");
    auto outgoing = sync_client::prepare(siti.store(), clock, kSelf, 1 << 20);
    REQUIRE(outgoing.ok());
    const auto identity = ani.store().identity().value();
    const auto body = protocol::compress(
        protocol::Encoding::Zstd,
        protocol::request_text(outgoing.value().hello, outgoing.value().lines), 3);
    const auto forged = protocol::make_bundle(
        protocol::BundleKind::Request, base::DeviceId(identity.device), {body.value()},
        crypto::BoxPublicKey::from_text(identity.box_key).value(),
        crypto::SigningKey::from_text(identity.device_key).value());
    CHECK(receive(forged.value()).refusal == accept::Refusal::Malformed);
    CHECK(changes_on_server() == 0);
}

TEST_CASE_FIXTURE(Couriers, "a flipped bit anywhere, either way, is refused and changes nothing") {
    siti.add("household", household("A"), "POSY-1");
    const std::string bundle = write(siti);
    const auto flipped = [](std::string bytes, std::size_t at) {
        bytes[at] = static_cast<char>(bytes[at] ^ 4);
        return bytes;
    };
    for (std::size_t at = 0; at < bundle.size(); at += at < 60 ? 1 : 7) {
        CAPTURE(at);
        const accept::Received received = receive(flipped(bundle, at));
        CHECK((received.trouble || received.refusal != accept::Refusal::None));
        CHECK(received.reply.empty());
    }
    CHECK(changes_on_server() == 0);
    const std::string reply = receive(bundle).reply;
    for (std::size_t at = 0; at < reply.size(); at += at < 60 ? 1 : 31) {
        CAPTURE(at);
        CHECK(read(siti, flipped(reply, at)).trouble.has_value());
    }
    CHECK(siti.status().waiting == 1);
    CHECK(read(siti, reply.substr(0, reply.size() / 2)).trouble == BundleTrouble::Cut);
    CHECK(read(siti, bundle).trouble == BundleTrouble::NotABundle);
    CHECK(read(siti, reply).confirmed == 1);
}

TEST_CASE_FIXTURE(Couriers, "a restored server by stick takes some trips, none of them an error") {
    siti.add("household", household("Sebelum"), "POSY-1");
    siti.sync();
    server.back_up(folder.path("backup.db"));
    siti.add("household", household("Sesudah"), "POSY-1");
    ani.add("household", household("Milik Ani"), "POSY-1");
    ani.sync();
    siti.sync();
    server.restore(folder.path("backup.db"));
    std::int64_t sent_again = 0;
    int trips = 0, turning = 0;
    CarriedReply last;
    do {
        last = there_and_back(siti);
        CHECK(!last.trouble);
        CHECK(!last.error);
        CHECK(last.confirmed >= 0);
        CHECK((!last.is_turning || last.has_more));
        turning += last.is_turning ? 1 : 0;
        sent_again += last.sent_again;
    } while (last.has_more && ++trips < 12);
    CHECK(!last.has_more);
    CHECK(turning > 1);
    CHECK(sent_again == 1);
    CHECK(confirmed_rows(siti) == server_rows(server, {"POSY-1"}));
    CHECK(server_rows(server, {"POSY-1"}).size() == 3);
}

TEST_CASE_FIXTURE(Couriers, "SYNC 24: by stick a revoked laptop hears it once all has arrived") {
    siti.add("household", household("Belum terkirim"), "POSY-1");
    const std::string bundle = write(siti);
    const auto identity = siti.store().identity().value();
    REQUIRE(
        server_store::disable_user(server.connection(), base::UserId(identity.user), clock.now())
            .ok());
    const std::string reply = receive(bundle).reply;
    siti.add("household", household("Sesudah menulis"), "POSY-1");
    const CarriedReply early = read(siti, reply);
    CHECK(!early.must_erase);  // what was written since is not with the health centre
    CHECK(siti.status().waiting == 1);
}
