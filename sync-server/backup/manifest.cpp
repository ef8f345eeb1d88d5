#include "sync-server/backup/manifest.h"

#include "shared/base/json.h"
#include "sync-server/backup/data_folder.h"

namespace backup {

using base::Error;
using base::ErrorCode;
using server_store::DeviceHolding;
using server_store::Holdings;
namespace json = base::json;

namespace {

std::string units_of(const Holdings& holdings) {
    json::Writer units;
    for (const auto& [unit, agreement] : holdings.units) {
        json::Writer each;
        each.add("count", agreement.count).add("hash", records::hash_text(agreement.hash));
        units.add_token(unit, each.text());
    }
    return units.text();
}

std::string devices_of(const Holdings& holdings) {
    json::Writer devices;
    for (const auto& [device, held] : holdings.devices) {
        devices.add_token(device, json::Writer().add("n", held.n).add("head", held.head).text());
    }
    return devices.text();
}

base::Status take_units(const json::Object& units, Holdings& holdings) {
    for (const auto& [unit, token] : units.members()) {
        TRY_LET(each, json::Object::parse(token));
        records::Agreement agreement;
        agreement.count = each.integer("count").value_or(0);
        agreement.hash = records::parse_hash(each.string("hash").value_or(""));
        holdings.units[unit] = agreement;
    }
    return base::Done{};
}

base::Status take_devices(const json::Object& devices, Holdings& holdings) {
    for (const auto& [device, token] : devices.members()) {
        TRY_LET(each, json::Object::parse(token));
        holdings.devices[device] = {each.integer("n").value_or(0),
                                    each.string("head").value_or("")};
    }
    return base::Done{};
}

// The first key that one map has otherwise than the other; empty: they are equal.
template <typename Map>
std::string first_difference(const Map& expected, const Map& found) {
    for (const auto& [name, value] : expected) {
        const auto other = found.find(name);
        if (other == found.end() || !(other->second == value)) return name;
    }
    for (const auto& [name, value] : found) {
        if (expected.count(name) == 0) return name;
    }
    return "";
}

}  // namespace

std::string to_json(const Holdings& holdings, const Settings& settings) {
    json::Writer files;
    for (const auto& [name, text] : settings) files.add(name, text);
    return json::Writer()
        .add("centre", holdings.centre)
        .add("epoch", holdings.epoch)
        .add("changes", holdings.changes)
        .add("users", holdings.users)
        .add_token("units", units_of(holdings))
        .add_token("devices", devices_of(holdings))
        .add_token("settings", files.text())
        .text();
}

Result<Holdings> parse_manifest(std::string_view text) {
    TRY_LET(object, json::Object::parse(text));
    const auto units = object.object("units");
    const auto devices = object.object("devices");
    if (!units || !devices) return Error{ErrorCode::Malformed, "the backup's manifest is not one"};
    Holdings holdings;
    holdings.centre = object.string("centre").value_or("");
    holdings.epoch = object.integer("epoch").value_or(0);
    holdings.changes = object.integer("changes").value_or(0);
    holdings.users = object.integer("users").value_or(0);
    TRY(take_units(*units, holdings));
    TRY(take_devices(*devices, holdings));
    return holdings;
}

Result<Settings> parse_settings(std::string_view manifest) {
    TRY_LET(object, json::Object::parse(manifest));
    const auto files = object.object("settings");
    Settings settings;
    if (!files) return settings;
    for (const std::string& name : settings_files()) {
        if (const auto text = files->string(name)) settings[name] = *text;
    }
    return settings;
}

std::string difference(const Holdings& expected, const Holdings& found) {
    if (expected == found) return "";
    const std::string unit = first_difference(expected.units, found.units);
    if (!unit.empty()) return "the records of unit " + unit + " differ";
    const std::string device = first_difference(expected.devices, found.devices);
    if (!device.empty()) return "the changes of device " + device + " differ";
    if (expected.changes != found.changes) {
        return "it holds " + std::to_string(found.changes) + " changes, not " +
               std::to_string(expected.changes);
    }
    return "the users, the epoch or the health centre differ";
}

}  // namespace backup
