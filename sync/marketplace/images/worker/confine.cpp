// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/worker/confine.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

#ifdef Q_OS_LINUX
#include <array>
#include <cerrno>
#include <cstddef>
#include <csignal>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <vector>
#endif

// A sanitizer maps terabytes and asks the system for much that a filter would refuse.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BELANJAIN_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define BELANJAIN_SANITIZED
#endif
#endif

namespace belanjain::marketplace
{
namespace
{

#ifdef Q_OS_UNIX
/// Qt gives each thread that helps to scale a pipe or the like.
constexpr rlim_t fewFiles = 64;

bool limit(int resource, rlim_t value)
{
    const rlimit both{value, value};
    return setrlimit(resource, &both) == 0;
}
#endif

#if defined(Q_OS_LINUX) && !defined(BELANJAIN_SANITIZED)

#if defined(__x86_64__)
#define BELANJAIN_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define BELANJAIN_AUDIT_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef BELANJAIN_AUDIT_ARCH

/// Memory, threads, the open streams, time and the end: what decoding asks of the kernel.
constexpr std::array allowed = {
    __NR_read, __NR_write, __NR_readv, __NR_writev, __NR_close, __NR_fstat, __NR_lseek, __NR_ppoll,
    __NR_mmap, __NR_munmap, __NR_mremap, __NR_mprotect, __NR_madvise, __NR_brk,
    __NR_futex, __NR_set_robust_list, __NR_rseq, __NR_sched_yield, __NR_sched_getaffinity,
    __NR_rt_sigaction, __NR_rt_sigprocmask, __NR_rt_sigreturn, __NR_sigaltstack, __NR_restart_syscall,
    __NR_gettid, __NR_getpid, __NR_prctl, __NR_getrandom, __NR_clock_gettime, __NR_clock_nanosleep,
    __NR_eventfd2, __NR_exit, __NR_exit_group,
#ifdef __NR_poll
    __NR_poll,
#endif
};

/// An allow-list; whatever else is asked for fails with EPERM.
bool filterSystemCalls()
{
    std::vector<sock_filter> code;
    const auto add = [&](unsigned what, unsigned value, unsigned yes = 0, unsigned no = 0) {
        code.push_back(sock_filter{static_cast<__u16>(what), static_cast<__u8>(yes), static_cast<__u8>(no), value});
    };
    const auto answer = [&](unsigned action) { add(BPF_RET | BPF_K, action); };
    const auto load = [&](std::size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)); };
    load(offsetof(seccomp_data, arch));
    add(BPF_JMP | BPF_JEQ | BPF_K, BELANJAIN_AUDIT_ARCH, 1, 0);
    answer(SECCOMP_RET_KILL_PROCESS);
    load(offsetof(seccomp_data, nr));
    for (const int call : allowed) {
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1);
        answer(SECCOMP_RET_ALLOW);
    }
    // Its flags are out of a filter's sight; the C library falls back to clone.
    add(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1);
    answer(SECCOMP_RET_ERRNO | ENOSYS);
    // Threads yes, processes no: one of those would outlive the worker. This load must stay last.
    add(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 1, 0);
    answer(SECCOMP_RET_ERRNO | EPERM);
    load(offsetof(seccomp_data, args));
    add(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
    answer(SECCOMP_RET_ALLOW);
    answer(SECCOMP_RET_ERRNO | EPERM);
    const sock_fprog program{static_cast<unsigned short>(code.size()), code.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else
bool filterSystemCalls() { return true; }
#endif
#endif

} // namespace

bool confine(int memoryMiB, int cpuSeconds)
{
#ifdef Q_OS_UNIX
    if (!limit(RLIMIT_CORE, 0) || !limit(RLIMIT_CPU, rlim_t(cpuSeconds)))
        return false;
#ifndef BELANJAIN_SANITIZED
    if (!limit(RLIMIT_AS, rlim_t(memoryMiB) * 1024 * 1024) || !limit(RLIMIT_NOFILE, fewFiles))
        return false;
#endif
#endif
#ifdef Q_OS_LINUX
    // With the server goes the worker.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
#ifndef BELANJAIN_SANITIZED
    // Kernels without seccomp filters are content with the limits.
    if (!filterSystemCalls() && errno != EINVAL && errno != ENOSYS)
        return false;
#endif
#endif
    Q_UNUSED(memoryMiB)
    Q_UNUSED(cpuSeconds)
    return true;
}

} // namespace belanjain::marketplace
