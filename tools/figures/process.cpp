#include "tools/figures/process.h"

#include "shared/base/file.h"
#include "tools/figures/measuring.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace figures {

namespace {

constexpr int kWaitTenths = 200;
constexpr double kKilobytesPerMb = 1024;

void redirect(const std::string& file, int descriptor) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (opened < 0) ::_exit(126);
    ::dup2(opened, descriptor);
}

[[noreturn]] void become(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

// The sum of the kB of all lines that start so, in a file of /proc.
double kilobytes(const std::string& file, const std::string& start) {
    std::ifstream lines(file);
    double sum = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(start)) sum += std::stod(line.substr(line.find(':') + 1));
    }
    return sum;
}

}  // namespace

Process::Process(const std::vector<std::string>& words, const std::string& output) {
    pid_ = ::fork();
    if (pid_ < 0) give_up("no further process can be started");
    if (pid_ == 0) {
        redirect(output, STDOUT_FILENO);
        redirect(output + ".err", STDERR_FILENO);
        become(words);
    }
}

Process::~Process() {
    stop();
}

bool Process::is_running() {
    if (pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) == 0) return true;
    pid_ = -1;
    return false;
}

int Process::finish() {
    int status = 0;
    if (pid_ > 0) ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Process::Ended Process::finish_watched() {
    constexpr int kLookMs = 5;
    double peak = 0;
    int status = 0;
    while (pid_ > 0 && ::waitpid(pid_, &status, WNOHANG) == 0) {
        // The latest, not the highest: before it becomes the other program it is as large as we
        // are.
        const double now = memory_mb("VmHWM");
        if (now > 0) peak = now;
        pause_ms(kLookMs);
    }
    pid_ = -1;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, peak};
}

void Process::stop() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    finish();
}

double Process::memory_mb(const std::string& which) const {
    return kilobytes("/proc/" + std::to_string(pid_) + "/status", which) / kKilobytesPerMb;
}

void Process::forget_highest() const {
    std::ofstream("/proc/" + std::to_string(pid_) + "/clear_refs") << "5";
}

double Process::private_mb() const {
    return kilobytes("/proc/" + std::to_string(pid_) + "/smaps_rollup", "Private_") /
           kKilobytesPerMb;
}

double Process::cpu_seconds() const {
    std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream rest(line.substr(line.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) rest >> skipped;
    double user = 0;
    double system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::string output_of(const std::vector<std::string>& words, const std::string& scratch) {
    const std::string file = scratch + "/output";
    const int code = Process(words, file).finish();
    if (code != 0) give_up(words.front() + " failed: " + must(base::read_file(file + ".err")));
    return must(base::read_file(file));
}

std::optional<std::string> wait_for_text(const std::string& file) {
    for (int i = 0; i < kWaitTenths; ++i) {
        auto text = base::read_file(file);
        if (text.ok() && text.value().ends_with('\n')) return std::move(text).value();
        pause_ms(100);
    }
    return std::nullopt;
}

bool is_installed(const std::string& program) {
    for (const char* folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
        if (std::filesystem::exists(folder + program)) return true;
    }
    return false;
}

void pause_ms(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

}  // namespace figures
