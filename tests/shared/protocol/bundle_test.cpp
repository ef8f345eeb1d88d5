// A carried file: whatever happened to it on the way, it is the whole truth or refused.
#include "shared/protocol/bundle.h"
#include "shared/base/file.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <filesystem>

using namespace protocol;

namespace {

const base::DeviceId kDevice("01990000-0000-7000-8000-0123456789ab");
const base::DeviceId kOther("01990000-0000-7000-8000-ba9876543210");

struct Stick {
    crypto::SigningKey device = crypto::SigningKey::generate();
    crypto::BoxKey centre = crypto::BoxKey::generate();
    std::vector<std::string> bodies = {"first body", "", std::string(1000, '\n')};

    std::string file() const {
        return make_bundle(BundleKind::Request, kDevice, bodies, centre.public_key(), device)
            .value();
    }
    // What the centre makes of it.
    std::optional<BundleTrouble> trouble(const std::string& bytes) const {
        const ReadBundle read = read_bundle(bytes);
        if (read.trouble) return read.trouble;
        if (read.bundle.device != kDevice) return BundleTrouble::NotForUs;  // another's key
        return open_bundle(read.bundle, device.verify_key(), centre).trouble;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Stick, "a bundle opens as it was made, and shows only whose it is") {
    const std::string bytes = file();
    const ReadBundle read = read_bundle(bytes);
    REQUIRE(!read.trouble);
    CHECK(read.bundle.kind == BundleKind::Request);
    CHECK(read.bundle.device == kDevice);
    const OpenedBundle opened = open_bundle(read.bundle, device.verify_key(), centre);
    CHECK(!opened.trouble);
    CHECK(opened.bodies == bodies);
    CHECK(bytes.find("first body") == std::string::npos);
}

TEST_CASE_FIXTURE(Stick, "a flipped bit anywhere is refused") {
    const std::string whole = file();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int bit : {0, 7}) {
            std::string bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
            CAPTURE(at);
            CAPTURE(bit);
            CHECK(trouble(bytes).has_value());
        }
    }
}

TEST_CASE_FIXTURE(Stick,
                  "a file that was cut anywhere is called cut; one that goes on is damaged") {
    const std::string whole = file();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK(trouble(whole.substr(0, size)) == BundleTrouble::Cut);
    }
    CHECK(trouble(whole + "x") == BundleTrouble::Damaged);
    CHECK(trouble(whole + whole) == BundleTrouble::Damaged);
}

TEST_CASE_FIXTURE(Stick, "each kind of wrong file has its own name") {
    CHECK(trouble("<html>") == BundleTrouble::NotABundle);
    CHECK(trouble(std::string(5000, '\0')) == BundleTrouble::NotABundle);
    std::string newer = file();
    newer[8] = 2;
    CHECK(trouble(newer) == BundleTrouble::NewerProgram);
    const crypto::BoxKey elsewhere = crypto::BoxKey::generate();
    const auto to_another =
        make_bundle(BundleKind::Request, kDevice, bodies, elsewhere.public_key(), device);
    CHECK(trouble(to_another.value()) == BundleTrouble::NotForUs);
}

TEST_CASE_FIXTURE(Stick, "nobody else's signature makes it genuine, nor another's name on it") {
    const auto forged = make_bundle(BundleKind::Request, kDevice, bodies, centre.public_key(),
                                    crypto::SigningKey::generate());
    CHECK(trouble(forged.value()) == BundleTrouble::Damaged);
    std::string renamed = file();
    renamed.replace(10, 36, kOther.text());
    const ReadBundle read = read_bundle(renamed);
    REQUIRE(!read.trouble);
    CHECK(open_bundle(read.bundle, device.verify_key(), centre).trouble == BundleTrouble::Damaged);
    std::string turned = file();
    turned[9] = 'R';
    CHECK(trouble(turned) == BundleTrouble::Damaged);
}

TEST_CASE("a reply is sealed to the box that follows from the device's signing key") {
    const crypto::SigningKey server = crypto::SigningKey::generate();
    const crypto::SigningKey device = crypto::SigningKey::generate();
    const auto box = crypto::box_key_of(device.verify_key());
    REQUIRE(box.ok());
    const std::string file =
        make_bundle(BundleKind::Reply, kDevice, {"answer"}, box.value(), server).value();
    const ReadBundle read = read_bundle(file);
    REQUIRE(!read.trouble);
    CHECK(open_bundle(read.bundle, server.verify_key(), crypto::box_key_of(device)).bodies ==
          std::vector<std::string>{"answer"});
    const crypto::SigningKey other = crypto::SigningKey::generate();
    CHECK(open_bundle(read.bundle, server.verify_key(), crypto::box_key_of(other)).trouble ==
          BundleTrouble::NotForUs);
}

TEST_CASE("the carried files of version 1 are opened: a request and a reply with the first round") {
    const auto fixture = [](const std::string& name) {
        const std::string folder =
            std::string(KAWAN_SOURCE_DIR) + "/tests/shared/protocol/fixtures/";
        return base::read_file(folder + name).value();
    };
    const auto device = crypto::SigningKey::from_bytes(std::string(32, 'd')).value();
    const auto server = crypto::SigningKey::from_bytes(std::string(32, 'k')).value();
    const auto centre = crypto::BoxKey::from_bytes(std::string(32, 'c')).value();
    const auto text_in = [](const OpenedBundle& opened) {
        REQUIRE(opened.bodies.size() == 1);
        return decompress(Encoding::Zstd, opened.bodies.front(), kBundleBytesMax).value();
    };
    const std::string request = fixture("bundle-1.request.kab");
    CHECK(text_in(open_bundle(read_bundle(request).bundle, device.verify_key(), centre)) ==
          fixture("round-1.request.ndjson"));
    const std::string reply = fixture("bundle-1.reply.kab");
    CHECK(text_in(open_bundle(read_bundle(reply).bundle, server.verify_key(),
                              crypto::box_key_of(device))) == fixture("round-1.answer.ndjson"));
}

TEST_CASE("laptops that were enrolled in the same minute have different file names") {
    CHECK(bundle_name(kDevice, 37) == "kawan-456789ab-37.kab");
    CHECK(bundle_name(kDevice, 37) != bundle_name(kOther, 37));
    CHECK(reply_name("kawan-456789ab-37.kab") == "kawan-456789ab-37.reply.kab");
}

TEST_CASE("in a folder only whole files of the wanted kind are bundles") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("kawan-bundles-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "inner.kab");
    for (const char* name :
         {"b-1.kab", "a-1.kab", "a-1.reply.kab", "a-2.kab.new", "._a-1.kab", "photo.jpg"}) {
        REQUIRE(base::replace_file((folder / name).string(), "x").ok());
    }
    const auto requests = bundles_in(folder.string(), BundleKind::Request);
    REQUIRE(requests.ok());
    CHECK(requests.value() ==
          std::vector<std::string>{(folder / "a-1.kab").string(), (folder / "b-1.kab").string()});
    const auto replies = bundles_in(folder.string(), BundleKind::Reply);
    REQUIRE(replies.ok());
    CHECK(replies.value() == std::vector<std::string>{(folder / "a-1.reply.kab").string()});
    std::filesystem::resize_file(folder / "b-1.kab", kBundleBytesMax + 1);
    CHECK(read_bundle_file((folder / "b-1.kab").string()).error().code == base::ErrorCode::Refused);
    std::filesystem::remove_all(folder);
    CHECK(bundles_in(folder.string(), BundleKind::Reply).error().code == base::ErrorCode::NotFound);
}
