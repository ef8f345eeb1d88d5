// Bad days, with real processes: each has a clear sentence, says whether data is safe, and loses
// nothing.
#include "client/sync/http_transport.h"
#include "shared/base/json.h"
#include "shared/db/connection.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"
#include "tests/end_to_end/actors.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>
#include <filesystem>
#include <thread>

using namespace end_to_end;

namespace {

const std::string kHousehold = R"({"head_name":"Budi Bertanda","rt":"001","status":"ACTIVE"})";

struct Enrolled {
    Scratch scratch;
    Centre centre{scratch};
    std::map<std::string, std::string> codes;
    Laptop siti{scratch, "siti"};

    Enrolled() {
        centre.start();
        codes = centre.add_users();
        REQUIRE(siti.command({"enrol", codes["Siti"]}).exit_code == 0);
    }
    std::string known_household() {
        const Finished added = siti.command({"add", "household"}, kHousehold);
        REQUIRE_MESSAGE(added.exit_code == 0, added.err);
        return base::json::Object::parse(added.out).value().string("id").value();
    }
    bool says(const Finished& finished, const std::string& words) const {
        const bool found = finished.err.find(words) != std::string::npos;
        if (!found) MESSAGE(finished.err);
        return found;
    }
};

// Somebody else's server: answers every request with the same bytes.
class Portal {
public:
    explicit Portal(std::uint16_t port) {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        const int yes = 1;
        ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::listen(socket_, 8) == 0);
        thread_ = std::thread([this] { answer_all(); });
    }
    ~Portal() {
        ::shutdown(socket_, SHUT_RDWR);
        ::close(socket_);
        thread_.join();
    }
    Portal(const Portal&) = delete;
    Portal& operator=(const Portal&) = delete;

private:
    void answer_all() const {
        const std::string page = "<html>Silakan masuk ke WiFi hotel</html>";
        const std::string reply =
            "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(page.size()) + "\r\n\r\n" + page;
        for (;;) {
            const int client = ::accept(socket_, nullptr, nullptr);
            if (client < 0) return;
            char buffer[65536];
            static_cast<void>(::recv(client, buffer, sizeof buffer, 0));
            static_cast<void>(::send(client, reply.data(), reply.size(), MSG_NOSIGNAL));
            ::close(client);
        }
    }
    int socket_ = -1;
    std::thread thread_;
};

std::uint16_t port_of(const Centre& centre) {
    return static_cast<std::uint16_t>(
        std::stoi(centre.address().substr(centre.address().rfind(':') + 1)));
}

}  // namespace

TEST_CASE_FIXTURE(Enrolled,
                  "a server killed in the middle of a sync loses nothing and takes nothing twice") {
    constexpr int kHouseholds = 3000;
    std::string lines;
    for (int i = 0; i < kHouseholds; ++i) {
        lines += R"({"type":"household","unit":"MELATI-1","fields":)" + kHousehold + "}\n";
    }
    write_text(scratch.path("many.ndjson"), lines);
    REQUIRE(siti.command({"import", scratch.path("many.ndjson")}).exit_code == 0);
    for (int kill_after_ms : {150, 400, 700}) {
        std::thread killer([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(kill_after_ms));
            centre.kill();
        });
        static_cast<void>(siti.command({"sync"}));
        killer.join();
        centre.start();
    }
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    CHECK(siti.status().boolean("green") == true);
    const auto checked = base::json::Object::parse(centre.command({"check", "--json"}).out);
    REQUIRE(checked.ok());
    CHECK(checked.value().string("records") == std::to_string(kHouseholds));
}

TEST_CASE_FIXTURE(
    Enrolled,
    "a wrong PIN is refused without a hint, counted and slowed; the right one still opens") {
    Finished tried;
    for (int i = 0; i < 4; ++i) tried = siti.command({"status"}, "", "00000000");
    CHECK(tried.exit_code == 1);
    CHECK(says(tried, "PIN salah"));
    CHECK(says(tried, "tunggu"));
    CHECK(tried.err.find(kPin) == std::string::npos);
    CHECK(says(siti.command({"status"}), "terlalu cepat"));
    std::this_thread::sleep_for(std::chrono::seconds(6));
    CHECK(siti.command({"status"}).exit_code == 0);
}

TEST_CASE_FIXTURE(Enrolled, "a short PIN is refused before anything is sent") {
    const Laptop ani(scratch, "ani");
    const Finished tried = ani.command({"enrol", codes["Ani"]}, "", "1234");
    CHECK(tried.exit_code != 0);
    CHECK(ani.command({"enrol", codes["Ani"]}).exit_code == 0);
}

TEST_CASE_FIXTURE(Enrolled,
                  "a used, an expired, a mistyped and an unknown code each say what they are") {
    const Laptop other(scratch, "other");
    CHECK(says(other.command({"enrol", codes["Siti"]}), "sudah dipakai"));
    {
        auto connection = db::Connection::open(centre.database());
        REQUIRE(connection.ok());
        REQUIRE(connection.value().execute("UPDATE enrolment_code SET expires_at = 1").ok());
    }
    CHECK(says(other.command({"enrol", codes["Ani"]}), "sudah habis"));
    std::string mistyped = codes["Tini"];
    mistyped.back() = mistyped.back() == 'A' ? 'B' : 'A';
    const Finished slip = other.command({"enrol", mistyped});
    CHECK(slip.exit_code == 2);
    CHECK(says(slip, "salah ketik"));
}

TEST_CASE_FIXTURE(Enrolled, "answers that fail their form are not saved, and the field is named") {
    const Finished bad =
        siti.command({"add", "household", "--json", "-"}, R"({"rt":"dua","status":"ACTIVE"})");
    CHECK(bad.exit_code == 1);
    CHECK(bad.out.find("\"saved\":false") != std::string::npos);
    CHECK(bad.out.find("\"field\":\"rt\"") != std::string::npos);
    CHECK(siti.status().integer("waiting") == 0);
    CHECK(siti.command({"add", "ramalan"}, "{}").exit_code == 2);
    CHECK(siti.command({"add", "household"}, "bukan json").exit_code == 2);
}

TEST_CASE_FIXTURE(Enrolled, "an import says which lines are bad and saves the good ones") {
    const std::string file = scratch.path("lines.ndjson");
    write_text(file, R"({"type":"household","unit":"MELATI-1","fields":)" + kHousehold +
                         "}\nini bukan json\n{\"type\":\"household\",\"unit\":\"MELATI-1\","
                         "\"fields\":{\"rt\":\"xx\",\"status\":\"ACTIVE\"}}\n"
                         R"({"type":"household","unit":"MELATI-1","fields":)" +
                         kHousehold + "}\n");
    const Finished done = siti.command({"import", file});
    CHECK(done.exit_code == 1);
    CHECK(says(done, "baris 2"));
    CHECK(says(done, "baris 3"));
    CHECK(siti.status().integer("waiting") == 2);
}

TEST_CASE_FIXTURE(Enrolled,
                  "another server behind the same address is refused; nothing is sent to it") {
    REQUIRE(siti.command({"add", "household"}, kHousehold).exit_code == 0);
    centre.stop();
    Centre impostor(scratch, "impostor");
    impostor.start();
    const Finished tried = siti.command({"sync"});
    CHECK(tried.exit_code == 1);
    CHECK(says(tried, "bukan komputer puskesmas Anda"));
    CHECK(siti.status().integer("waiting") == 1);
    const Laptop ani(scratch, "ani");
    CHECK(
        says(ani.command({"enrol", codes["Ani"]}), "bukan komputer puskesmas di kode pendaftaran"));
}

TEST_CASE("a captive portal's page is no connection, and the visits stay") {
    const Scratch scratch;
    Centre centre(scratch);
    centre.start();
    auto codes = centre.add_users();
    centre.stop();
    const std::string url = "http://" + centre.address();
    Background plain({program("kawan-server"), "serve", "--data", centre.data(), "--plain-http",
                      "--ready-file", scratch.path("plain.ready")},
                     scratch.path("plain.log"));
    REQUIRE(wait_for_file(scratch.path("plain.ready")));
    const Laptop siti(scratch, "siti");
    const Finished enrolled = siti.command({"enrol", codes["Siti"], "--server", url});
    REQUIRE_MESSAGE(enrolled.exit_code == 0, enrolled.err);
    REQUIRE(siti.command({"add", "household"}, kHousehold).exit_code == 0);
    plain.terminate();
    {
        const Portal portal(port_of(centre));
        const Finished tried = siti.command({"sync"});
        CHECK(tried.exit_code == 3);
        CHECK(tried.err.find("tidak ada sambungan") != std::string::npos);
    }
    CHECK(siti.status().integer("waiting") == 1);
}

TEST_CASE_FIXTURE(Enrolled,
                  "rubbish, bombs and forged tokens get a problem and leave the server standing") {
    sync_client::HttpSettings settings;
    settings.url = "https://" + centre.address();
    auto pin = sync_client::pin_offered_by(settings.url);
    REQUIRE(pin.ok());
    settings.pin = pin.value();
    settings.token = "bukan-token";
    auto transport = sync_client::HttpTransport::open(settings);
    REQUIRE(transport.ok());
    const auto status_of = [&](const std::string& body, protocol::Encoding encoding) {
        auto reply = transport.value()->post("/v1/sync", body, encoding);
        return reply.ok() ? reply.value().status : 0;
    };
    using protocol::Encoding;
    CHECK(status_of("{\"hello\":{}}\n", Encoding::Identity) == 401);
    // Who is not known is not unpacked: api_test sends the same with a known token.
    CHECK(status_of("bukan zstd", Encoding::Zstd) == 401);
    auto bomb =
        protocol::compress(Encoding::Zstd, std::string(protocol::kUnpackedBytesMax + 1, 'a'), 3);
    REQUIRE(bomb.ok());
    CHECK(status_of(bomb.value(), Encoding::Zstd) == 401);
    // Too large is answered before it is read, or the line is cut: never taken.
    const int too_large =
        status_of(std::string(protocol::kBodyBytesMax + 1, 'a'), Encoding::Identity);
    CHECK((too_large == 413 || too_large == 0));
    CHECK(siti.command({"sync"}).exit_code == 0);
}

TEST_CASE_FIXTURE(
    Enrolled, "a disabled user's unsent visits reach the centre before her laptop erases itself") {
    REQUIRE(siti.command({"add", "household"}, kHousehold).exit_code == 0);
    REQUIRE(centre.command({"user", "disable", "Siti"}).exit_code == 0);
    const Finished tried = siti.command({"sync"});
    CHECK(tried.exit_code == 1);
    CHECK(says(tried, "sudah ditutup"));
    const Finished held = centre.command({"quarantine", "list"});
    CHECK(held.out.find("revoked") != std::string::npos);
    CHECK(siti.command({"status"}).exit_code != 0);
}

TEST_CASE_FIXTURE(Enrolled,
                  "a person's name stands in no log and no file outside the sealed store") {
    REQUIRE(siti.command({"add", "household"}, kHousehold).exit_code == 0);
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    centre.stop();
    CHECK(centre.log().find("Bertanda") == std::string::npos);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(siti.data())) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path().filename().string());
        CHECK(read_text(entry.path().string()).find("Bertanda") == std::string::npos);
    }
}

TEST_CASE_FIXTURE(Enrolled,
                  "a full disk refuses to save with a sentence, and what was saved stays") {
    const std::string small = scratch.path("small");
    std::filesystem::create_directory(small);
    const std::string id = known_household();
    if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=600k") != 0) {
        MESSAGE("no right to mount a small disk here; the fault-injecting disk covers it");
        return;
    }
    std::filesystem::copy(siti.data(), small + "/siti", std::filesystem::copy_options::recursive);
    const Laptop cramped(scratch, "small/siti");
    int saved = 0;
    Finished last;
    // Nothing new is begun on such a disk; what stands may be changed to the last byte.
    CHECK(says(cramped.command({"add", "household"}, kHousehold), "Tempat di laptop habis"));
    for (int i = 0; i < 40; ++i) {
        last = cramped.command({"edit", id}, R"({"head_name":"Keluarga )" + std::to_string(i) +
                                                 R"(","address_line":")" + std::string(200, 'x') +
                                                 "\"}");
        if (last.exit_code != 0) break;
        ++saved;
        write_text(small + "/filler" + std::to_string(i), std::string(20000, 'x'));
    }
    CHECK(last.exit_code == 1);
    CHECK(says(last, "full"));
    for (int i = 0; i < 40; ++i) std::filesystem::remove(small + "/filler" + std::to_string(i));
    CHECK(cramped.status().integer("waiting") == saved + 1);
    CHECK(cramped.command({"sync"}).exit_code == 0);
    ::umount(small.c_str());
}

TEST_CASE_FIXTURE(Enrolled, "keys of enrolments that a power cut ended do not stay for ever") {
    const Laptop ani(scratch, "ani");
    std::filesystem::create_directories(ani.data());
    const std::string old_key = ani.data() + "/enrolling-000000000001";
    const std::string new_key = ani.data() + "/enrolling-000000000002";
    write_text(old_key, "key");
    write_text(new_key, "key");
    std::filesystem::last_write_time(
        old_key, std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * 8));
    REQUIRE(ani.command({"enrol", codes["Ani"]}).exit_code == 0);
    int keys = 0;
    for (const auto& entry : std::filesystem::directory_iterator(ani.data())) {
        keys += entry.path().filename().string().starts_with("enrolling-") ? 1 : 0;
    }
    CHECK(keys == 1);
    CHECK(std::filesystem::exists(new_key));  // its code may still be asked with
}

TEST_CASE_FIXTURE(Enrolled,
                  "an import that fills the disk counts what it saved, not what it lost") {
    const std::string small = scratch.path("small");
    std::filesystem::create_directory(small);
    const std::string id = known_household();
    if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=1500k") != 0) {
        MESSAGE("no right to mount a small disk here; the fault-injecting disk covers it");
        return;
    }
    std::filesystem::copy(siti.data(), small + "/siti", std::filesystem::copy_options::recursive);
    const Laptop cramped(scratch, "small/siti");
    std::string lines;
    for (int i = 0; i < 2000; ++i) {
        lines += R"({"type":"household","id":")" + id + R"(","fields":{"head_name":"Keluarga )" +
                 std::to_string(i) + "\"}}\n";
    }
    const std::string file = scratch.path("many.ndjson");
    write_text(file, lines);
    const Finished done = cramped.command({"--as-json", "import", file});
    CHECK(done.exit_code == 1);
    CHECK(says(done, "full"));
    const auto said = base::json::Object::parse(done.out.substr(0, done.out.find('\n')));
    REQUIRE(said.ok());
    CHECK(said.value().integer("saved") < 2000);
    CHECK(*said.value().integer("saved") + 1 == cramped.status().integer("waiting"));
    ::umount(small.c_str());
}
