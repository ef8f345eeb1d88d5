#include "tests/client/app/village_laptop.h"

#include "shared/crypto/keys.h"
#include "shared/protocol/enrolment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

namespace village {

namespace {

store::Identity enrolled(simulation::Server& server) {
    const std::string secret = server.add_user("Siti", "KADER", {"POSY-1"});
    const crypto::SigningKey key = crypto::SigningKey::generate();
    const protocol::EnrolRequest request{secret, key.verify_key().text(), "laptop", "0.1.0"};
    const auto answer = protocol::parse_enrol_answer(server.enrol(to_json(request)).text).value();
    store::Identity identity;
    identity.server = "http://127.0.0.1:9";
    identity.device = answer.device.text();
    identity.token = answer.token;
    identity.user = answer.user.text();
    identity.user_name = "Siti";
    identity.role = answer.role;
    identity.zone = answer.zone;
    identity.box_key = answer.box_key;
    identity.receipt_key = answer.receipt_key;
    identity.config = answer.config;
    return identity;
}

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

Laptop::Laptop() {
    std::filesystem::create_directories(data);
    const store::Identity identity = enrolled(server);
    link.token = identity.token;
    file = client_app::make_store(data, {identity, kPin}, clock.now()).value();
    client_app::close_store(file);
    // The same PIN at a price that tests can pay.
    REQUIRE(store::vault::change_pin(file.vault, kPin, kPin, clock.now(), kCheap).ok());
    open(file);
}

Laptop::~Laptop() {
    close();
}

void Laptop::open(const client_app::StoreFile& of) {
    close();
    file = of;
    auto opened = client_app::open_store(file, kPin, clock.now());
    REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().message));
    store = std::move(opened).value();
}

void Laptop::close() {
    store.reset();
    client_app::close_store(file);
}

base::RecordId Laptop::add(const std::string& head) {
    store::Write write;
    write.type = "household";
    write.record = base::RecordId(base::make_uuid7(clock.now(), random));
    write.unit = "POSY-1";
    write.set = simulation::household(head);
    write.form_version = "1";
    REQUIRE(store::save(*store, write, {}, clock.now()).ok());
    return write.record;
}

void Laptop::edit(const base::RecordId& id, const std::string& name, const std::string& value) {
    store::Write write;
    write.type = "household";
    write.record = id;
    write.unit = "POSY-1";
    write.set.set(name, value);
    write.form_version = "1";
    REQUIRE(store::save(*store, write, {}, clock.now()).ok());
}

void Laptop::sync() {
    const auto named_by = [](const records::Record&) { return std::vector<std::string>(); };
    const auto go_on = [](const sync_client::Total&) { return true; };
    const auto total = sync_client::run_all(*store, link, clock, named_by, {"0.1.0", ""}, go_on);
    REQUIRE_MESSAGE(!total.error, (total.error ? total.error->message : ""));
}

std::vector<std::string> Laptop::heads() {
    std::vector<std::string> names;
    const auto records = store->list("household").value();
    for (const auto& record : records) {
        names.push_back(record.fields.text("head_name"));
    }
    return sorted(names);
}

std::vector<std::string> Laptop::server_heads() {
    auto statement = server.connection().prepare(
        "SELECT json_extract(fields, '$.head_name') FROM record WHERE type = 'household'");
    std::vector<std::string> names;
    while (statement.value().step().value()) names.push_back(statement.value().text(0));
    return sorted(names);
}

std::string Laptop::server_value(const base::RecordId& id, const std::string& name) {
    auto statement = server.connection().prepare(
        "SELECT json_extract(fields, '$.' || $2) FROM record WHERE id = $1");
    statement.value().bind(1, id.text()).bind(2, name);
    return statement.value().step().value() ? statement.value().text(0) : "";
}

}  // namespace village
