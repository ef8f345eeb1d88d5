#include "tests/client/laptop/trial_laptop.h"

#include "client/app/recording/recorder.h"
#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/crypto/init.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/enrolment.h"

#include <filesystem>
#include <stdexcept>

namespace trial {

namespace fs = std::filesystem;

namespace {

std::string new_id() {
    base::SystemRandom random;
    return base::make_uuid7(base::SystemClock().now(), random);
}

store::Identity identity(const std::string& device) {
    protocol::Config config;
    config.user_name = "Bu Sri Wahyuni";
    config.role = "KADER";
    config.centre = "Puskesmas Mijen I";
    config.units = {{"P03", "Posyandu Melati 3", "Mijen", "33.21.01.2001"}};
    store::Identity made;
    made.server = "http://127.0.0.1:9";  // the discard port: no connection
    made.device = device;
    made.token = "token";
    made.user = new_id();
    made.user_name = config.user_name;
    made.role = config.role;
    made.centre = config.centre;
    made.zone = "Asia/Jakarta";
    made.box_key = crypto::BoxKey::generate().public_key().text();
    made.config = protocol::to_json(config);
    return made;
}

}  // namespace

Laptop::Laptop() : device_(new_id()) {
    data_ = (fs::temp_directory_path() / ("kawan-laptop-" + device_)).string();
    fs::create_directories(data_);
    const auto made =
        client_app::make_store(data_, {identity(device_), pin_}, base::SystemClock().now());
    if (!made.ok()) throw std::runtime_error(made.error().message);
    client_app::close_store(made.value());
}

Laptop::~Laptop() {
    std::error_code ignored;
    fs::remove_all(data_, ignored);
}

std::unique_ptr<store::Store> Laptop::open() const {
    auto files = client_app::store_files(data_);
    auto opened = client_app::open_store(files.value().front(), pin_, base::SystemClock().now());
    if (!opened.ok()) throw std::runtime_error(opened.error().message);
    return std::move(opened).value();
}

std::string Laptop::record(store::Store& store, const std::string& type,
                           const std::string& answers) const {
    const base::SystemClock clock;
    base::SystemRandom random;
    client_app::Recorder recorder(store, forms::FormSet::builtin(), clock, random,
                                  store.identity().value());
    client_app::Entry entry;
    entry.type = type;
    entry.answers = base::Fields::parse(answers).value();
    const auto recorded = recorder.record(entry);
    if (!recorded.ok()) throw std::runtime_error(recorded.error().message);
    if (!recorded.value().is_saved) throw std::runtime_error(type + " was not accepted");
    return recorded.value().id.text();
}

}  // namespace trial
