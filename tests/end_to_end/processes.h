// Real processes for the end-to-end tests: the built programs, on loopback, in scratch folders.
#pragma once

#include <sys/types.h>
#include <map>
#include <string>
#include <vector>

namespace end_to_end {

struct Finished {
    int exit_code = -1;
    std::string out;
    std::string err;
};
using Environment = std::map<std::string, std::string>;

std::string program(const std::string& name);  // path of a built program
Finished run(const std::vector<std::string>& words, const Environment& environment = {},
             const std::string& input = "");

// As somebody at a terminal runs it, who types `typed` there.
Finished run_at_terminal(const std::vector<std::string>& words, const Environment& environment,
                         const std::string& typed);

// A process that goes on; ended by its own id, killed when this goes.
class Background {
public:
    Background(const std::vector<std::string>& words, const std::string& log_file);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    void terminate();  // SIGTERM, and waits
    void kill();       // SIGKILL, and waits
    bool is_running();
    pid_t pid() const { return pid_; }

private:
    void wait();
    pid_t pid_ = -1;
};

std::string read_text(const std::string& path);
void write_text(const std::string& path, const std::string& text);
bool wait_for_file(const std::string& path, int tenths_of_seconds = 100);

class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string path(const std::string& name) const { return folder_ + "/" + name; }

private:
    std::string folder_;
};

}  // namespace end_to_end
