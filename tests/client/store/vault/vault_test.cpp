#include "client/store/vault.h"

#include "shared/base/file.h"
#include "shared/crypto/encoding.h"
#include "shared/protocol/rescue.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <filesystem>

namespace vault = store::vault;
using base::Instant;
using crypto::BoxKey;
using Outcome = vault::Attempt::Outcome;

namespace {

constexpr const char* kDevice = "01890000-0000-7000-8000-000000000001";
const vault::Options kCheap{.cost = {1, 8192}, .owner = kDevice};
constexpr std::string_view kPin = "31415926";
constexpr Instant kNow{1'780'000'000'000};

Instant after(Instant start, std::int64_t seconds) {
    return {start.unix_ms + 1000 * seconds};
}

// A vault in a folder of its own.
class Laptop {
public:
    Laptop() {
        std::string name = (std::filesystem::temp_directory_path() / "kawan-vault-XXXXXX").string();
        CHECK(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
        key = vault::create(path(), kPin, centre.public_key(), kCheap).value();
    }
    Laptop(const Laptop&) = delete;
    Laptop& operator=(const Laptop&) = delete;
    ~Laptop() { std::filesystem::remove_all(folder_); }

    std::string path() const { return folder_ + "/siti.key"; }
    std::string text() const { return base::read_file(path()).value(); }
    vault::Attempt attempt(std::string_view pin, Instant now = kNow) const {
        return vault::unlock(path(), pin, now).value();
    }
    // Wrong PINs, each as soon as it is heard; says when the last one was.
    Instant fail(int times) const {
        Instant now = kNow;
        for (int i = 0; i < times; ++i) {
            const auto tried = attempt("00000000", now);
            CHECK(tried.outcome == Outcome::WrongPin);
            if (i + 1 < times) now = after(now, tried.wait_s);
        }
        return now;
    }

    BoxKey centre = BoxKey::generate();
    crypto::SecretBytes key;

private:
    std::string folder_;
};

// What the health centre does with a request.
std::string answer_to(const BoxKey& centre, const std::string& request) {
    return protocol::answer_rescue(centre, protocol::parse_rescue_request(request).value())
        .value()
        .text;
}

}  // namespace

TEST_CASE("the PIN opens the vault and gives the data key; another PIN does not") {
    const Laptop laptop;
    CHECK(laptop.key.size() == 32);
    const auto opened = laptop.attempt(kPin);
    CHECK(opened.outcome == Outcome::Open);
    CHECK(opened.key == laptop.key);
    const auto refused = laptop.attempt("31415927");
    CHECK(refused.outcome == Outcome::WrongPin);
    CHECK(refused.key.empty());
}

TEST_CASE("a PIN of fewer than 8 characters is refused with a sentence; a passphrase is welcome") {
    const Laptop laptop;
    const std::string other = laptop.path() + "2";
    for (const std::string_view pin : {"", "1234567", "äöüäöüä"}) {
        const auto refused = vault::create(other, pin, laptop.centre.public_key(), kCheap);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().message.find("8 digits or more") != std::string::npos);
        CHECK_FALSE(vault::change_pin(laptop.path(), kPin, pin, kNow, kCheap).ok());
        CHECK_FALSE(base::file_exists(other));
    }
    const std::string_view phrase = "sawah hijau di belakang rumah";
    CHECK(vault::create(other, phrase, laptop.centre.public_key(), kCheap).ok());
    CHECK(vault::unlock(other, phrase, kNow).value().outcome == Outcome::Open);
}

TEST_CASE("a vault that is there is never replaced by a new one") {
    const Laptop laptop;
    const std::string before = laptop.text();
    CHECK_FALSE(vault::create(laptop.path(), kPin, laptop.centre.public_key(), kCheap).ok());
    CHECK(laptop.text() == before);
}

TEST_CASE("the file is its owner's alone and holds neither PIN nor key") {
    const Laptop laptop;
    struct stat status {};
    REQUIRE(::stat(laptop.path().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    const std::string text = laptop.text();
    CHECK(text.find(kPin) == std::string::npos);
    CHECK(text.find(crypto::to_base64url(laptop.key.view())) == std::string::npos);
    CHECK(text.find(laptop.key.view()) == std::string::npos);
}

TEST_CASE("by default a PIN costs three passes of Argon2id over 128 MiB, and the file says so") {
    const Laptop laptop;
    const std::string path = laptop.path() + "2";
    const auto key = vault::create(path, kPin, laptop.centre.public_key());
    REQUIRE(key.ok());
    const std::string text = base::read_file(path).value();
    CHECK(text.find("\"argon2id_passes\":3") != std::string::npos);
    CHECK(text.find("\"argon2id_memory_bytes\":134217728") != std::string::npos);
    CHECK(vault::unlock(path, kPin, kNow).value().key == key.value());
}

TEST_CASE(
    "three slips are free, then every wrong PIN makes the next wait longer, up to 15 minutes") {
    const Laptop laptop;
    Instant now = kNow;
    int longest = 0;
    for (int failures = 1; failures <= 12; ++failures) {
        const auto tried = laptop.attempt("00000000", now);
        REQUIRE(tried.outcome == Outcome::WrongPin);
        CHECK(tried.wait_s == vault::wait_after(failures));
        CHECK(tried.wait_s >= longest);
        CHECK((tried.wait_s == 0) == (failures <= 3));
        longest = tried.wait_s;
        now = after(now, tried.wait_s);
    }
    CHECK(longest == 900);
    CHECK(vault::wait_after(1'000'000) == 900);
}

TEST_CASE("during the wait even the right PIN is not looked at; after it, it opens") {
    const Laptop laptop;
    const Instant last = laptop.fail(5);
    const int wait = vault::wait_after(5);
    const auto early = laptop.attempt(kPin, after(last, wait - 1));
    CHECK(early.outcome == Outcome::MustWait);
    CHECK(early.wait_s == 1);
    CHECK(early.key.empty());
    CHECK(laptop.attempt(kPin, after(last, wait)).outcome == Outcome::Open);
}

TEST_CASE("trying during the wait neither counts nor makes it longer") {
    const Laptop laptop;
    const Instant last = laptop.fail(5);
    for (int i = 0; i < 5; ++i)
        CHECK(laptop.attempt("00000000", after(last, i)).outcome == Outcome::MustWait);
    CHECK(laptop.attempt(kPin, after(last, vault::wait_after(5))).outcome == Outcome::Open);
}

TEST_CASE("the right PIN ends the count") {
    const Laptop laptop;
    laptop.fail(3);
    REQUIRE(laptop.attempt(kPin).outcome == Outcome::Open);
    CHECK(laptop.fail(3) == kNow);
    CHECK(laptop.attempt(kPin).outcome == Outcome::Open);
}

TEST_CASE("a clock set back opens nothing earlier, and locks nobody out for longer than the wait") {
    const Laptop laptop;
    const Instant last = laptop.fail(9);
    const Instant years_ago{last.unix_ms - std::int64_t{3} * 365 * 86'400'000};
    const auto tried = laptop.attempt(kPin, years_ago);
    CHECK(tried.outcome == Outcome::MustWait);
    CHECK(tried.wait_s == 900);
    CHECK(laptop.attempt(kPin, after(years_ago, 899)).outcome == Outcome::MustWait);
    CHECK(laptop.attempt(kPin, after(years_ago, 900)).outcome == Outcome::Open);
}

TEST_CASE("a wrong PIN tried at a dead battery's date does not lock the laptop until that date") {
    const Laptop laptop;
    Instant far{kNow.unix_ms + std::int64_t{70} * 365 * 86'400'000};
    for (int i = 0; i < 9; ++i) far = after(far, laptop.attempt("00000000", far).wait_s);
    CHECK(laptop.attempt(kPin, kNow).wait_s <= 900);
    CHECK(laptop.attempt(kPin, after(kNow, 900)).outcome == Outcome::Open);
}

TEST_CASE("a thousand wrong PINs wipe nothing") {
    const Laptop laptop;
    Instant now = kNow;
    for (int i = 0; i < 1000; ++i) now = after(now, laptop.attempt("00000000", now).wait_s);
    CHECK(laptop.attempt(kPin, now).key == laptop.key);
}

TEST_CASE("a changed PIN opens the same data key, and the old one no longer does") {
    const Laptop laptop;
    const auto changed = vault::change_pin(laptop.path(), kPin, "27182818", kNow, kCheap);
    REQUIRE(changed.ok());
    CHECK(changed.value().outcome == Outcome::Open);
    CHECK(laptop.attempt("27182818").key == laptop.key);
    CHECK(laptop.attempt(kPin).outcome == Outcome::WrongPin);
}

TEST_CASE("changing the PIN with a wrong old one changes nothing, and is counted") {
    const Laptop laptop;
    for (int i = 0; i < 4; ++i)
        CHECK(vault::change_pin(laptop.path(), "00000000", "27182818", kNow, kCheap)
                  .value()
                  .outcome == Outcome::WrongPin);
    CHECK(laptop.attempt(kPin).outcome == Outcome::MustWait);
    CHECK(laptop.attempt(kPin, after(kNow, 60)).key == laptop.key);
}

TEST_CASE("a forgotten PIN: the centre answers the laptop's request, and a new PIN is set") {
    const Laptop laptop;
    laptop.fail(9);
    const auto request = vault::rescue_request(laptop.path()).value();
    const std::string answer = answer_to(laptop.centre, request.text);
    const auto key = vault::recover(laptop.path(), answer, "27182818", kCheap);
    REQUIRE(key.ok());
    CHECK(key.value() == laptop.key);
    CHECK(laptop.attempt("27182818").key == laptop.key);
    CHECK(laptop.attempt(kPin).outcome == Outcome::WrongPin);
}

TEST_CASE("a request is for the centre alone, names the device, and still works after a new PIN") {
    const Laptop laptop;
    REQUIRE(vault::change_pin(laptop.path(), kPin, "27182818", kNow, kCheap).ok());
    const auto text = vault::rescue_request(laptop.path()).value().text;
    const auto request = protocol::parse_rescue_request(text).value();
    const auto refused = protocol::answer_rescue(BoxKey::generate(), request);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Refused);
    CHECK(protocol::answer_rescue(laptop.centre, request).value().owner == kDevice);
    const std::string answer = answer_to(laptop.centre, text);
    CHECK(vault::recover(laptop.path(), answer, "16180339", kCheap).value() == laptop.key);
}

TEST_CASE("an answer carries no key that anybody could copy, and serves once") {
    const Laptop laptop;
    const auto request = vault::rescue_request(laptop.path()).value();
    const std::string answer = answer_to(laptop.centre, request.text);
    CHECK(answer != answer_to(laptop.centre, request.text));
    const std::string base32 = crypto::to_base32(laptop.key.view());
    CHECK(crypto::plain_code(answer.substr(0, 39)).value() != base32.substr(0, 32));
    const std::string other = laptop.path() + "2";
    std::filesystem::copy_file(laptop.path(), other);  // before it asked, as a thief has it
    std::string text = laptop.text();
    text.replace(text.find(",\"reply_key\""), text.rfind('}') - text.find(",\"reply_key\""), "");
    REQUIRE(base::replace_file(other, text).ok());
    CHECK_FALSE(vault::recover(other, answer, "27182818", kCheap).ok());
    REQUIRE(vault::recover(laptop.path(), answer, "27182818", kCheap).ok());
    CHECK_FALSE(vault::recover(laptop.path(), answer, "16180339", kCheap).ok());
    CHECK(laptop.attempt("27182818").outcome == Outcome::Open);
}

TEST_CASE("asking again gives the same request until it is answered or the PIN is remembered") {
    const Laptop laptop;
    const auto first = vault::rescue_request(laptop.path()).value();
    const auto again = vault::rescue_request(laptop.path()).value();
    CHECK(again.text == first.text);
    CHECK(again.code == first.code);
    CHECK(first.code.size() == 9);
    REQUIRE(laptop.attempt(kPin).outcome == Outcome::Open);
    const std::string answer = answer_to(laptop.centre, first.text);
    CHECK_FALSE(vault::recover(laptop.path(), answer, "27182818", kCheap).ok());
    CHECK(vault::rescue_request(laptop.path()).value().code != first.code);
}

TEST_CASE("an answer may be typed in lower case with spaces; a mistyped one is told apart") {
    const Laptop laptop;
    std::string text = answer_to(laptop.centre, vault::rescue_request(laptop.path()).value().text);
    std::string typed = " ";
    for (const char each : text) {
        const bool is_upper = each >= 'A' && each <= 'Z';
        typed += each == '-' ? ' ' : is_upper ? static_cast<char>(each - 'A' + 'a') : each;
    }
    text[7] = text[7] == 'A' ? 'B' : 'A';
    for (const std::string& wrong : {text, typed.substr(0, 40), std::string()}) {
        const auto refused = vault::recover(laptop.path(), wrong, "27182818", kCheap);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == base::ErrorCode::Malformed);
    }
    CHECK(vault::recover(laptop.path(), typed, "27182818", kCheap).ok());
}

TEST_CASE("an answer to another laptop's request is refused, and changes nothing") {
    const Laptop one;
    const Laptop two;
    static_cast<void>(vault::rescue_request(one.path()).value());
    const std::string answer =
        answer_to(two.centre, vault::rescue_request(two.path()).value().text);
    const auto refused = vault::recover(one.path(), answer, "27182818", kCheap);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Refused);
    CHECK(one.attempt(kPin).outcome == Outcome::Open);
}

TEST_CASE("of two key files it can be said whether they open the same store") {
    const Laptop one;
    const Laptop two;
    const std::string copy = one.path() + "2";
    std::filesystem::copy_file(one.path(), copy);
    REQUIRE(vault::change_pin(one.path(), kPin, "27182818", kNow, kCheap).ok());
    CHECK(vault::opens_the_same(one.path(), copy).value());
    CHECK_FALSE(vault::opens_the_same(one.path(), two.path()).value());
    CHECK_FALSE(vault::opens_the_same(one.path(), one.path() + "3").ok());
}

TEST_CASE("a damaged, missing or newer key file is an error, not a wrong PIN") {
    const Laptop laptop;
    const std::string good = laptop.text();
    CHECK_FALSE(vault::unlock(laptop.path() + "x", kPin, kNow).ok());
    REQUIRE(base::replace_file(laptop.path(), good.substr(0, good.size() / 2)).ok());
    CHECK(vault::unlock(laptop.path(), kPin, kNow).error().code == base::ErrorCode::Malformed);
    std::string newer = good;
    newer.replace(newer.find("\"vault\":1"), 9, "\"vault\":2");
    REQUIRE(base::replace_file(laptop.path(), newer).ok());
    CHECK(vault::unlock(laptop.path(), kPin, kNow).error().code == base::ErrorCode::Unsupported);
    REQUIRE(base::replace_file(laptop.path(), good).ok());
    CHECK(laptop.attempt(kPin).outcome == Outcome::Open);
}

TEST_CASE("a disk that takes no write does not keep the right PIN out") {
    const Laptop laptop;
    // Where the new file would be written beside the old one stands a folder.
    std::filesystem::create_directory(laptop.path() + ".new");
    CHECK(laptop.attempt(kPin).key == laptop.key);
    CHECK(laptop.attempt("00000000").outcome == Outcome::WrongPin);
    CHECK_FALSE(vault::change_pin(laptop.path(), kPin, "27182818", kNow, kCheap).ok());
    CHECK(laptop.attempt(kPin).key == laptop.key);
}

TEST_CASE("a key file of version 1 opens for ever, and takes the answer that it waited for") {
    const Laptop laptop;
    const std::string tests = std::string(KAWAN_SOURCE_DIR) + "/tests/";
    const std::string kept =
        base::read_file(tests + "client/store/vault/fixtures/key-file-1.json").value();
    const std::string answer =
        base::read_file(tests + "shared/protocol/fixtures/rescue-1.answer.txt").value();
    REQUIRE(base::replace_file(laptop.path(), kept).ok());
    const auto key = vault::recover(laptop.path(), answer, "27182818", kCheap);
    REQUIRE(key.ok());
    REQUIRE(base::replace_file(laptop.path(), kept).ok());
    CHECK(laptop.attempt("31415926").key == key.value());
}
