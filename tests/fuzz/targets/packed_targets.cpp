// Packed bodies and carried files: what comes out is bounded, and only what was put in.
#include "shared/base/result.h"
#include "shared/protocol/bundle.h"
#include "shared/protocol/encoding.h"
#include "tests/fuzz/targets/target.h"

#include <algorithm>
#include <string>

namespace fuzz {

namespace {

using protocol::Bundle;
using protocol::BundleKind;
using protocol::Encoding;

constexpr std::size_t kBytesMax = 256 * 1024;

struct Keys {
    crypto::SigningKey device = crypto::SigningKey::from_bytes(std::string(32, 'd')).value();
    crypto::BoxKey centre = crypto::BoxKey::from_bytes(std::string(32, 'c')).value();
    base::DeviceId id{"019aa3e0-0000-7000-8000-00000000de01"};
};
const Keys& keys() {
    static const Keys made;
    return made;
}

void check_unpacks(Encoding encoding, std::string_view bytes) {
    const auto content = protocol::decompress(encoding, bytes, kBytesMax);
    if (content.ok()) CHECK(content.value().size() <= kBytesMax);
    // A smaller limit only refuses, it never gives a part for the whole.
    const auto bounded = protocol::decompress(encoding, bytes, 100);
    if (bounded.ok()) CHECK(content.ok() && bounded.value() == content.value());
}

void check_packs(Encoding encoding, std::string_view bytes, int level) {
    const auto there = protocol::compress(encoding, bytes, level);
    CHECK(there.ok());
    const auto back = protocol::decompress(encoding, there.value(), bytes.size());
    CHECK(back.ok() && back.value() == bytes);
    if (bytes.empty()) return;
    CHECK(!protocol::decompress(encoding, there.value(), bytes.size() - 1).ok());
}

void check_read(std::string_view file) {
    const auto read = protocol::read_bundle(file);
    if (read.trouble) return;
    const Bundle& bundle = read.bundle;
    CHECK(bundle.signed_part.size() + bundle.signature.size() == file.size());
    CHECK(bundle.signed_part.ends_with(bundle.sealed));
    CHECK(base::is_uuid(bundle.device.text()));
    const auto opened = protocol::open_bundle(bundle, keys().device.verify_key(), keys().centre);
    if (opened.trouble) CHECK(opened.bodies.empty());
}

bool opens(std::string_view file, std::size_t bodies) {
    const auto read = protocol::read_bundle(file);
    if (read.trouble) return false;
    const auto opened =
        protocol::open_bundle(read.bundle, keys().device.verify_key(), keys().centre);
    return !opened.trouble && opened.bodies.size() == bodies;
}

// A genuine file that carries the bytes opens; damaged at a place that the bytes choose it does
// not.
void check_made(std::string_view bytes) {
    const std::vector<std::string> bodies = {std::string(bytes.substr(0, bytes.size() / 2)),
                                             std::string(bytes.substr(bytes.size() / 2))};
    std::string file = protocol::make_bundle(BundleKind::Request, keys().id, bodies,
                                             keys().centre.public_key(), keys().device)
                           .value();
    CHECK(opens(file, bodies.size()));
    if (bytes.size() < 3) return;
    const auto number = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const std::size_t at = (number(0) * 256U + number(1)) % file.size();
    file[at] = static_cast<char>(file[at] ^ std::max<int>(1, number(2)));
    CHECK(!opens(file, bodies.size()));
    CHECK(!opens(std::string_view(file).substr(0, at), bodies.size()));
}

}  // namespace

void packed(std::string_view bytes) {
    for (const Encoding each : {Encoding::Gzip, Encoding::Zstd, Encoding::K1, Encoding::Identity}) {
        check_unpacks(each, bytes);
    }
    const int level = bytes.empty() ? 0 : bytes[0];
    check_packs(Encoding::Gzip, bytes, level % 4);
    check_packs(Encoding::Zstd, bytes, level % 4);
    check_packs(Encoding::K1, bytes, level % 4);
    if (const auto encoding = protocol::parse_encoding(bytes); encoding && !bytes.empty()) {
        CHECK(protocol::parse_encoding(name_of(*encoding)) == encoding);
    }
    CHECK(!name_of(protocol::best_accepted(bytes)).empty());
}

void bundle(std::string_view bytes) {
    check_read(bytes);
    check_made(bytes);
    if (protocol::is_reply_name(bytes)) CHECK(protocol::is_bundle_name(bytes));
    CHECK(protocol::is_reply_name("a" + protocol::reply_name(bytes)));
}

}  // namespace fuzz
