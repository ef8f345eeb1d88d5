// What one run of rounds remembers, and when it gives up.
#include "client/sync/round.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/request.h"
#include "tests/simulation/one_laptop.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Result;
using protocol::Encoding;
using sync_client::HttpReply;

namespace {

struct Laptop : OneLaptop {
    sync_client::Total run(sync_client::Transport& transport,
                           const std::string& forms = forms::FormSet::builtin().digest()) {
        return sync_client::run_all(
            siti.store(), transport, clock,
            [](const records::Record&) { return std::vector<std::string>(); }, {"0.1.0", forms},
            [](const sync_client::Total&) { return true; });
    }
};

protocol::Hello hello_of(const std::string& body, protocol::Encoding encoding) {
    const std::string text = protocol::decompress(encoding, body, 1 << 24).value();
    return protocol::parse_hello(text.substr(0, text.find('\n'))).value();
}

// Times out on everything that is longer than it can carry.
class Narrow final : public sync_client::Transport {
public:
    Narrow(Link& link, std::size_t bytes_max) : link_(link), bytes_max_(bytes_max) {}
    Result<HttpReply> post(const std::string& path, std::string body,
                           protocol::Encoding encoding) override {
        asked.push_back(hello_of(body, encoding).bytes_max);
        if (body.size() > bytes_max_) return base::Error{base::ErrorCode::Network, "timed out"};
        return link_.post(path, std::move(body), encoding);
    }
    Result<HttpReply> get(const std::string& path) override { return link_.get(path); }
    std::vector<std::int64_t> asked;

private:
    Link& link_;
    std::size_t bytes_max_;
};

// Says at every request that it knows these numbers from another history.
class Forking final : public sync_client::Transport {
public:
    Result<HttpReply> post(const std::string&, std::string body,
                           protocol::Encoding encoding) override {
        ++posts;
        const protocol::Hello hello = hello_of(body, encoding);
        protocol::Welcome welcome;
        welcome.epoch = hello.epoch;
        welcome.ask = hello.ask;
        welcome.fork = protocol::Fork{};
        welcome.fork->incarnation = hello.incarnation;
        welcome.fork->head = "another";
        HttpReply reply;
        reply.status = 200;
        reply.body = to_line(welcome) + "\n" + to_line(protocol::Ending{}) + "\n";
        return reply;
    }
    Result<HttpReply> get(const std::string&) override {
        return base::Error{base::ErrorCode::Network, "nothing here"};
    }
    int posts = 0;
};

// A server that is new, or old: it answers in k1 or does not know the name.
class Speaking final : public sync_client::Transport {
public:
    explicit Speaking(Link& link) : link_(link) {}
    Result<HttpReply> post(const std::string& path, std::string body, Encoding encoding) override {
        asked.push_back(encoding);
        HttpReply refusal;
        refusal.status = 415;
        refusal.body = R"({"problem":{"code":"unsupported_encoding"}})";
        if (encoding == Encoding::K1 && !knows_k1) return refusal;
        const std::string text = protocol::decompress(encoding, body, 1 << 24).value();
        auto reply = link_.post(path, text, Encoding::Identity);
        if (!reply.ok() || !knows_k1) return reply;
        reply.value().encoding = Encoding::K1;
        reply.value().body = protocol::compress(Encoding::K1, reply.value().body, 9,
                                                text.substr(0, text.find('\n') + 1))
                                 .value();
        return reply;
    }
    Result<HttpReply> get(const std::string& path) override { return link_.get(path); }
    bool knows_k1 = true;
    std::vector<Encoding> asked;

private:
    Link& link_;
};

}  // namespace

TEST_CASE_FIXTURE(Laptop, "a server that answers in k1 is asked in k1 from then on") {
    Speaking server_of_today(siti.link());
    siti.add("household", household("A"), "POSY-1");
    CHECK(run(server_of_today).agreed);
    siti.reopen();
    siti.add("household", household("B"), "POSY-1");
    CHECK(run(server_of_today).agreed);
    CHECK(server_of_today.asked == std::vector{Encoding::Zstd, Encoding::K1});
    CHECK(siti.status().waiting == 0);
}

TEST_CASE_FIXTURE(Laptop, "a server that knows k1 no more gets zstd in the same round") {
    Speaking server_of_today(siti.link());
    CHECK(run(server_of_today).agreed);
    siti.add("household", household("A"), "POSY-1");
    server_of_today.knows_k1 = false;
    const auto total = run(server_of_today);
    CHECK_FALSE(total.error.has_value());
    CHECK(total.sent == 1);
    CHECK(server_of_today.asked == std::vector{Encoding::Zstd, Encoding::K1, Encoding::Zstd});
}

TEST_CASE_FIXTURE(Laptop, "what a link cannot carry gets smaller from one run to the next") {
    for (int i = 0; i < 200; ++i) {
        base::Fields fields = household("K");
        std::string note;
        for (int k = 0; k < 300; ++k) note += static_cast<char>('a' + random.below(26));
        fields.set("note", note);
        siti.add("household", fields, "POSY-1");
    }
    Narrow narrow(siti.link(), 3000);
    for (int i = 0; i < 20; ++i) static_cast<void>(run(narrow));
    CHECK(siti.status().waiting < 200);
    CHECK(narrow.asked.back() < narrow.asked.front());
    for (int i = 0; i < 400; ++i) static_cast<void>(run(narrow));
    CHECK(siti.status().waiting == 0);
}

TEST_CASE_FIXTURE(Laptop, "a laptop that was long without a link asks for larger answers again") {
    for (int i = 0; i < 300; ++i) {
        base::Fields fields = household("K");
        fields.set("note", std::string(1000, 'x'));
        siti.add("household", fields, "POSY-1");
    }
    static_cast<void>(run(siti.link()));
    Device ani{folder.path("ani.db"), server, server.add_user("Ani", "KADER", {"POSY-1"}), clock,
               random};
    Narrow dead(ani.link(), 0);
    Narrow good(ani.link(), 1 << 20);
    const auto run_ani = [&](sync_client::Transport& transport) {
        return sync_client::run_all(
            ani.store(), transport, clock,
            [](const records::Record&) { return std::vector<std::string>(); },
            {"0.1.0", forms::FormSet::builtin().digest()},
            [](const sync_client::Total&) { return true; });
    };
    for (int i = 0; i < 12; ++i) static_cast<void>(run_ani(dead));
    CHECK(dead.asked.back() == 16 * 1024);
    CHECK(run_ani(good).received == 300);
    CHECK(good.asked.back() > 64 * 1024);
}

TEST_CASE_FIXTURE(Laptop, "a server that forks without end is left alone after three new lives") {
    siti.add("household", household("A"), "POSY-1");
    Forking forking;
    const auto total = run(forking);
    REQUIRE(total.error.has_value());
    CHECK(total.error->trouble == sync_client::Trouble::ServerTrouble);
    CHECK(forking.posts == 3);
    CHECK(siti.status().waiting == 1);
}

TEST_CASE_FIXTURE(Laptop, "forms that the server handed out are not sent again in every round") {
    static_cast<void>(run(siti.link(), "0000000000000000"));
    const std::string config = siti.store().identity().value().config;
    REQUIRE(!protocol::parse_config(config).value().forms.empty());
    static_cast<void>(run(siti.link(), "0000000000000000"));
    CHECK(siti.link().answers.back().size() < 5000);
}
