namespace ConnectionGen.Simulation.Tests;

public sealed class FaultPlanReadingTests
{
    [Theory]
    [InlineData("latencyy: 1", "faults.yaml(1,1): there is no fault 'latencyy'; did you mean 'latency'?")]
    [InlineData("xyz: 1", "faults.yaml(1,1): there is no fault 'xyz'; there are latency, latency_on, only_in, pieces, cut_after, cut_on, cut_at_random, slow_accept, refuse_first, vty_limit, no_echo, wrong_echo, garbage, log_message, line_in_output, fail_login, reboot_on, change_host_name")]
    [InlineData("seed: x", "faults.yaml(1,7): 'seed' is a whole number, and 'x' is not")]
    [InlineData("latency: soon", "faults.yaml(1,10): 'delay' is a number of seconds, and 'soon' is not")]
    [InlineData("latency: {delay: 1e9}", "faults.yaml(1,18): 'delay' is a number of seconds, and '1e9' is not")]
    [InlineData("latency: {jitter: 1}", "faults.yaml(1,10): 'latency' needs 'delay'")]
    [InlineData("latency: {delay: 1, jiter: 1}", "faults.yaml(1,21): 'latency' has no 'jiter'; it has delay, jitter")]
    [InlineData("latency: {delay: [1]}", "faults.yaml(1,18): 'delay' is a single value, and this is not")]
    [InlineData("latency: [[1]]", "faults.yaml(1,11): 'latency' is a map of its parameters, and this is not")]
    [InlineData("pieces: 0", "faults.yaml(1,9): bytes ('0') must be greater than or equal to '1'.")]
    [InlineData("pieces: -3", "faults.yaml(1,9): 'bytes' is a whole number, and '-3' is not")]
    [InlineData("wrong_echo: 1.5", "faults.yaml(1,13): a share is from 0 (never) to 1 (always)")]
    [InlineData("wrong_echo: much", "faults.yaml(1,13): 'share' is a share from 0 to 1, and 'much' is not")]
    [InlineData("cut_after: {bytes: 1, kind: snap}", "faults.yaml(1,29): there is no kind 'snap'; there are close, reset, half_close, stall")]
    [InlineData("no_echo: maybe", "faults.yaml(1,10): 'no_echo' is true or false")]
    [InlineData("garbage: 1\ngarbage: 2", "faults.yaml(2,1): 'garbage' is already at line 1; this last one counts; a fault that comes several times is one key with a list")]
    [InlineData("- latency", "faults.yaml(1,1): a fault plan is a map of faults, and this is not a map")]
    [InlineData("", "faults.yaml(1,1): a fault plan is a map of faults, and this is not a map")]
    [InlineData("{", "faults.yaml(")]
    public void What_is_no_fault_plan_is_refused_with_its_place(string yaml, string message) =>
        Assert.StartsWith(message, Assert.Throws<MockDataException>(() => FaultPlan.Parse(yaml, "faults.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.StartsWith("none.yaml: cannot be read: ", Assert.Throws<MockDataException>(() => FaultPlan.Load("none.yaml")).Message, StringComparison.Ordinal);
}
