#include "tools/figures/laptop.h"

#include "client/app/recording/recorder.h"
#include "client/app/sending/syncing.h"
#include "client/store/outbox.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "tools/figures/measuring.h"

namespace figures {

namespace {

constexpr std::size_t kKeyBytes = 32;

std::vector<std::string> named_by(const records::Record& record) {
    return client_app::named_by(forms::FormSet::builtin(), record);
}

}  // namespace

store::Identity identity_of(const protocol::EnrolAnswer& answer, const std::string& url) {
    store::Identity identity;
    identity.server = url;
    identity.device = answer.device.text();
    identity.token = answer.token;
    identity.user = answer.user.text();
    identity.user_name = answer.user_name;
    identity.role = answer.role;
    identity.centre = answer.centre;
    identity.zone = answer.zone;
    identity.box_key = answer.box_key;
    identity.receipt_key = answer.receipt_key;
    identity.config = answer.config;
    return identity;
}

// The product's transport, with a stopwatch before it.
class Laptop::Timed final : public sync_client::Transport {
public:
    explicit Timed(std::unique_ptr<sync_client::HttpTransport> real) : real_(std::move(real)) {}

    base::Result<sync_client::HttpReply> post(const std::string& path, std::string body,
                                              protocol::Encoding encoding) override {
        const Stopwatch watch;
        auto reply = real_->post(path, std::move(body), encoding);
        if (reply.ok()) {
            exchanges.push_back(
                {watch.ms(), reply.value().bytes_sent + reply.value().bytes_received});
        }
        return reply;
    }
    base::Result<sync_client::HttpReply> get(const std::string& path) override {
        return real_->get(path);
    }

    std::vector<Exchange> exchanges;

private:
    std::unique_ptr<sync_client::HttpTransport> real_;
};

Laptop::Laptop(const std::string& file, const protocol::EnrolAnswer& enrolled,
               const std::string& url)
    : file_(file), token_(enrolled.token) {
    must(sealed_vfs::register_sealed_file(file, crypto::SecretBytes::random(kKeyBytes)));
    store_ = std::make_unique<store::Store>(
        must(store::Store::open(must(db::Connection::open(file, sealed_vfs::open_options())))));
    must(store_->set_identity(identity_of(enrolled, url)));
    go_by(url);
}

void Laptop::go_by(const std::string& url) {
    sync_client::HttpSettings settings;
    settings.url = url;
    settings.token = token_;
    transport_ = std::make_unique<Timed>(must(sync_client::HttpTransport::open(settings)));
}

Laptop::~Laptop() {
    store_.reset();
    sealed_vfs::forget_sealed_file(file_);
}

void Laptop::save(const std::vector<records::Record>& records) {
    const base::SystemClock clock;
    auto transaction = must(db::Transaction::begin(store_->connection()));
    for (const records::Record& record : records) {
        const store::Write write{record.type, record.id, record.unit, record.fields, "1", "", ""};
        must(store::save_inside(*store_, write, named_by(record), clock.now()));
    }
    must(transaction.commit());
}

sync_client::Total Laptop::sync(std::vector<std::int64_t>* batches) {
    const base::SystemClock clock;
    const sync_client::Self self{client_app::kAppVersion, forms::FormSet::builtin().digest()};
    std::int64_t sent = 0;
    const auto note = [&](const sync_client::Total& total) {
        if (batches != nullptr) batches->push_back(total.sent - sent);
        sent = total.sent;
        return true;
    };
    auto total = sync_client::run_all(*store_, *transport_, clock, named_by, self, note);
    if (total.error) give_up(total.error->message);
    if (!total.agreed) give_up("laptop and server do not agree after a sync");
    return total;
}

const std::vector<Exchange>& Laptop::exchanges() const {
    return transport_->exchanges;
}

}  // namespace figures
