// Another program, run beside this one and looked at from outside. Ended by its own id.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace figures {

class Process {
public:
    // Its standard output goes to `output`, its standard error to "OUTPUT.err".
    Process(const std::vector<std::string>& words, const std::string& output);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    bool is_running();
    int finish();  // waits for its own end; its exit code
    struct Ended {
        int code = 0;
        double peak_mb = 0;  // "VmHWM", looked at every few milliseconds
    };
    Ended finish_watched();
    void stop();  // SIGTERM, and waits

    // MB out of /proc/PID/status: "VmRSS" now, "VmHWM" at its highest.
    double memory_mb(const std::string& which) const;
    void forget_highest() const;  // "VmHWM" is the highest from here on
    double private_mb() const;    // what it shares with nobody
    double cpu_seconds() const;   // used since its start

private:
    pid_t pid_ = -1;
};

// What a program printed; gives up if it failed.
std::string output_of(const std::vector<std::string>& words, const std::string& scratch);
// Waits until the file holds something, at most 20 s.
std::optional<std::string> wait_for_text(const std::string& file);
bool is_installed(const std::string& program);
void pause_ms(int ms);

}  // namespace figures
