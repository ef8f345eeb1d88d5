// Whole clients and a whole server in one process, joined by the product's own seams (DESIGN 5):
// accept::Service without HTTP, sync_client::run_round without curl. No second implementation.
#pragma once

#include "client/store/applying.h"
#include "client/store/outbox.h"
#include "client/store/status.h"
#include "client/store/store.h"
#include "client/sync/round.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/forms/form_set.h"
#include "sync-server/accept/desk/deciding.h"
#include "sync-server/accept/service.h"
#include "sync-server/store/changes/changes.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace simulation {

// A folder of its own that goes away with it.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

class Server {
public:
    Server(const std::string& file, const base::Clock& clock, base::Random& random,
           const std::vector<std::string>& units, db::OpenOptions options = {});

    // A code for one more laptop of a user, or for the same one again.
    std::string add_code(const std::string& name);
    // A new user with a code, ready for a laptop.
    std::string add_user(const std::string& name, const std::string& role,
                         const std::vector<std::string>& units);  // the code's secret
    // An error is a crash in the middle: the device hears nothing.
    base::Result<accept::Reply> handle(const std::string& token, const std::string& text);
    accept::Reply enrol(const std::string& text);
    void stop();                            // the process ends, or dies if its disk is dead
    void restart();                         // the connection is opened anew
    void back_up(const std::string& file);  // last night's copy
    void restore(const std::string& file);  // it takes the place of the database
    db::Connection& connection() { return *connection_; }
    accept::Desk desk();

private:
    void open();
    std::string new_code(const base::UserId& user);
    std::string file_;
    db::OpenOptions options_;
    const base::Clock& clock_;
    base::Random& random_;
    std::optional<db::Connection> connection_;
    std::optional<accept::Service> service_;
};

// The link between one device and the server. `fault` may eat or cut what passes.
enum class Fault {
    None,
    RequestLost,    // never arrives
    AnswerLost,     // the server committed; the device hears nothing
    AnswerCut,      // half of the answer arrives
    RequestCut,     // the request's last bytes are missing (identity encoding)
    CaptivePortal,  // somebody else's page
    RequestTwice,   // arrives twice; the second answer is heard
};

class Link final : public sync_client::Transport {
public:
    explicit Link(Server& server) : server_(server) {}
    std::string token;
    std::function<Fault()> fault = [] { return Fault::None; };
    std::optional<protocol::Answer> last_answer;  // for reading again, late
    std::vector<std::string> answers;             // texts, in order
    std::size_t answer_bytes_max = 0;             // asks for no more than this; 0: as the device
    // What reached the server and what it said, heard or not.
    std::function<void(const std::string& request, const accept::Reply& reply)> passed;

    base::Result<sync_client::HttpReply> post(const std::string& path, std::string body,
                                              protocol::Encoding encoding) override;
    base::Result<sync_client::HttpReply> get(const std::string& path) override;

private:
    Server& server_;
};

class Device {
public:
    Device(const std::string& file, Server& server, const std::string& secret, base::Clock& clock,
           base::Random& random, db::OpenOptions options = {});

    // With a code of the same user: the server does not know the device any more.
    accept::Refusal enrol_again(const std::string& secret);
    // What may fail as a disk may. Saved means: it returned true.
    bool try_save(const store::Write& write);
    bool try_save(const std::string& type, const base::RecordId& id, const base::Fields& set,
                  const std::string& unit);
    base::RecordId add(const std::string& type, const base::Fields& fields,
                       const std::string& unit);
    void edit(const base::RecordId& id, const base::Fields& set, const std::string& decides = "");
    sync_client::RoundResult round();
    sync_client::Total sync();
    base::Fields shown(const base::RecordId& id);
    bool has(const base::RecordId& id);
    store::SyncStatus status();
    std::vector<store::Sent> outbox_of(const base::RecordId& id);
    store::Store& store() { return *store_; }
    Link& link() { return link_; }
    store::Applied take_in(const std::string& answer_text);
    void copy_to(const std::string& file);  // as a person copies the file away
    void restore_from(const std::string& file);
    void stop();  // the process ends, or dies if its disk is dead
    void reopen();

private:
    void open();
    std::string file_;
    db::OpenOptions options_;
    Server& server_;
    Link link_;
    base::Clock& clock_;
    base::Random& random_;
    std::unique_ptr<store::Store> store_;
    sync_client::BatchSize batch_;
};

// The records of both sides, as text, for comparing.
std::vector<std::string> confirmed_rows(Device& device);
std::vector<std::string> server_rows(Server& server, const std::vector<std::string>& units);

base::Fields household(const std::string& head);
base::Fields fields_of(const std::string& json);

}  // namespace simulation
