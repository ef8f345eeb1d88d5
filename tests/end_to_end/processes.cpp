#include "tests/end_to_end/processes.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace end_to_end {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void become(const std::vector<std::string>& words, const Environment& environment) {
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

void redirect(const std::string& file, int flags, int descriptor) {
    const int opened = ::open(file.c_str(), flags, 0644);
    if (opened < 0) ::_exit(126);
    ::dup2(opened, descriptor);
}

int exit_code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

std::string program(const std::string& name) {
    return std::string(KAWAN_BINARY_DIR) + "/bin/" + name;
}

Finished run(const std::vector<std::string>& words, const Environment& environment,
             const std::string& input) {
    const Scratch scratch;
    write_text(scratch.path("in"), input);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
        redirect(scratch.path("in"), O_RDONLY, STDIN_FILENO);
        redirect(scratch.path("out"), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
        redirect(scratch.path("err"), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
        become(words, environment);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {exit_code_of(status), read_text(scratch.path("out")), read_text(scratch.path("err"))};
}

Finished run_at_terminal(const std::vector<std::string>& words, const Environment& environment,
                         const std::string& typed) {
    const Scratch scratch;
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) {
        throw std::runtime_error("no terminal to be had");
    }
    const std::string seat = ::ptsname(terminal);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
        ::setsid();
        redirect(seat, O_RDWR, STDIN_FILENO);
        redirect(scratch.path("out"), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
        redirect(scratch.path("err"), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
        become(words, environment);
    }
    if (::write(terminal, typed.data(), typed.size()) < 0) throw std::runtime_error("not typed");
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(terminal);
    return {exit_code_of(status), read_text(scratch.path("out")), read_text(scratch.path("err"))};
}

Background::Background(const std::vector<std::string>& words, const std::string& log_file) {
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("fork failed");
    if (pid_ == 0) {
        redirect("/dev/null", O_RDONLY, STDIN_FILENO);
        redirect(log_file, O_WRONLY | O_CREAT | O_APPEND, STDOUT_FILENO);
        redirect(log_file, O_WRONLY | O_CREAT | O_APPEND, STDERR_FILENO);
        become(words, {});
    }
}

Background::~Background() {
    kill();
}

void Background::wait() {
    int status = 0;
    if (pid_ > 0) ::waitpid(pid_, &status, 0);
    pid_ = -1;
}

void Background::terminate() {
    if (pid_ > 0) ::kill(pid_, SIGTERM);
    wait();
}

void Background::kill() {
    if (pid_ > 0) ::kill(pid_, SIGKILL);
    wait();
}

bool Background::is_running() {
    return pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) == 0;
}

std::string read_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write_text(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

bool wait_for_file(const std::string& path, int tenths_of_seconds) {
    for (int i = 0; i < tenths_of_seconds; ++i) {
        if (fs::exists(path)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

Scratch::Scratch() {
    std::string pattern = (fs::temp_directory_path() / "kawan-e2e-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    folder_ = pattern;
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

}  // namespace end_to_end
