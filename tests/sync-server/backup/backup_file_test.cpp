// The sealed file: it opens to what went in, and only as a whole.
#include "sync-server/backup/backup_file.h"

#include "shared/base/file.h"
#include "shared/crypto/secret.h"
#include "sync-server/backup/recovery_code.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <fstream>

using namespace backup;
using base::ErrorCode;

namespace {

const std::string kManifest = R"({"units":{}})";

std::uint64_t size_at(const std::string& bytes, std::size_t at) {
    std::uint64_t size = 0;
    for (std::size_t i = 4; i-- > 0;) size = size << 8 | static_cast<unsigned char>(bytes[at + i]);
    return size;
}

// A database of two and a half pieces, half of it random so that it does not pack to nothing.
struct Packed {
    simulation::ScratchFolder folder;
    crypto::BoxKey key = crypto::BoxKey::generate();
    std::string plain = crypto::random_bytes(1'500'000) + std::string(1'100'000, 'k');
    std::string path = folder.path("one.kbk");
    std::string out = folder.path("out.db");
    Label label{"Puskesmas Melati", key_name(key.public_key()), base::Instant{1772000000000}, 7};
    std::string bytes;

    Packed() {
        REQUIRE(base::replace_file(folder.path("plain.db"), plain).ok());
        REQUIRE(write_backup_file(path, label, key.public_key(), kManifest, folder.path("plain.db"))
                    .ok());
        bytes = base::read_file(path).value();
    }
    base::Result<Contents> read() { return read_backup_file(path, key, out); }
    base::Error refused(const std::string& changed) {
        std::ofstream(path, std::ios::binary) << changed;
        const auto contents = read();
        REQUIRE(!contents.ok());
        return contents.error();
    }
    // In place, and back again.
    base::Error refused_flipped(std::size_t at, int bit) {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        const auto put = [&](char byte) {
            file.seekp(static_cast<std::streamoff>(at));
            file.put(byte).flush();
        };
        put(static_cast<char>(bytes[at] ^ (1 << bit)));
        const auto contents = read();
        put(bytes[at]);
        REQUIRE(!contents.ok());
        return contents.error();
    }
    // Where each piece begins (its size), and the end of the file.
    std::vector<std::size_t> pieces() const {
        std::size_t at = 9 + 4 + size_at(bytes, 9) + 80;
        std::vector<std::size_t> starts;
        while (at < bytes.size()) {
            starts.push_back(at);
            at += 4 + size_at(bytes, at);
        }
        starts.push_back(at);
        return starts;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Packed, "what went in comes out, with its label and manifest") {
    const auto contents = read();
    REQUIRE(contents.ok());
    CHECK(contents.value().label == label);
    CHECK(contents.value().manifest == kManifest);
    CHECK(base::read_file(out).value() == plain);
    CHECK(read_label(path).value() == label);
    CHECK(pieces().size() == 5);
    CHECK(pieces().back() == bytes.size());
    CHECK(bytes.find(std::string(64, 'k')) == std::string::npos);
}

TEST_CASE_FIXTURE(Packed, "a flipped bit anywhere in the head is refused") {
    const std::size_t head = pieces().front();
    for (std::size_t at = 0; at < head; ++at) {
        for (const int bit : {0, 5, 7}) {
            CHECK(!refused_flipped(at, bit).message.empty());
        }
    }
}

TEST_CASE_FIXTURE(Packed, "a flipped bit in any piece's size, nonce, text or tag is refused") {
    const auto starts = pieces();
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const std::size_t first = starts[i];
        const std::size_t last = starts[i + 1] - 1;
        for (const std::size_t at : {first, first + 1, first + 2, first + 3, first + 4,
                                     (first + last) / 2, last - 40, last - 16, last}) {
            CHECK(refused_flipped(at, 0).code == ErrorCode::Malformed);
        }
    }
}

TEST_CASE_FIXTURE(Packed, "cut anywhere, also between two pieces: it says that it was cut") {
    for (const std::size_t end : pieces()) {
        if (end == bytes.size()) continue;
        CHECK(refused(bytes.substr(0, end)).message.find("cut") != std::string::npos);
        CHECK(refused(bytes.substr(0, end + 2)).message.find("cut") != std::string::npos);
    }
    CHECK(refused(bytes.substr(0, bytes.size() - 1)).message.find("cut") != std::string::npos);
    CHECK(refused(bytes.substr(0, 40)).message.find("cut") != std::string::npos);
    CHECK(refused("").message.find("not a backup") != std::string::npos);
    CHECK(refused("SQLite format 3").message.find("not a backup") != std::string::npos);
}

TEST_CASE_FIXTURE(Packed, "appended, swapped, left out or repeated pieces are refused") {
    const auto starts = pieces();
    const auto piece = [&](std::size_t i) {
        return bytes.substr(starts[i], starts[i + 1] - starts[i]);
    };
    const std::string head = bytes.substr(0, starts[0]);
    CHECK(refused(bytes + "x").message.find("appended") != std::string::npos);
    CHECK(refused(bytes + piece(3)).message.find("appended") != std::string::npos);
    CHECK(refused(head + piece(0) + piece(2) + piece(1) + piece(3)).code == ErrorCode::Malformed);
    CHECK(refused(head + piece(0) + piece(1) + piece(3)).code == ErrorCode::Malformed);
    CHECK(refused(head + piece(0) + piece(1) + piece(1) + piece(2) + piece(3)).code ==
          ErrorCode::Malformed);
    CHECK(refused(head + piece(1) + piece(2) + piece(3)).code == ErrorCode::Malformed);
}

TEST_CASE_FIXTURE(Packed, "pieces of another backup of the same health centre do not fit") {
    const std::string other_path = folder.path("two.kbk");
    REQUIRE(
        write_backup_file(other_path, label, key.public_key(), kManifest, folder.path("plain.db"))
            .ok());
    const std::string other = base::read_file(other_path).value();
    const std::size_t head = pieces().front();
    CHECK(refused(bytes.substr(0, head) + other.substr(head)).code == ErrorCode::Malformed);
}

TEST_CASE_FIXTURE(Packed, "another key is refused by name, a newer program's file by its version") {
    const auto other = crypto::BoxKey::generate();
    const auto contents = read_backup_file(path, other, out);
    REQUIRE(!contents.ok());
    CHECK(contents.error().code == ErrorCode::Refused);
    CHECK(contents.error().message.find("--key") != std::string::npos);
    std::string newer = bytes;
    newer[8] = 2;
    CHECK(refused(newer).code == ErrorCode::Unsupported);
}

TEST_CASE_FIXTURE(Packed, "writing stops between two pieces when it is told to") {
    int asked = 0;
    const auto stopped =
        write_backup_file(folder.path("three.kbk"), label, key.public_key(), kManifest,
                          folder.path("plain.db"), [&] { return ++asked == 2; });
    REQUIRE(!stopped.ok());
    CHECK(asked == 2);
}
