using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Tests.Conformance;
using ConnectionGen.Cli.Tests.Connections;

namespace ConnectionGen.Cli.Tests.Copying;

/// <summary>Copies: recorded dialogues, answers that a request gives or leaves open, failures and their kinds, progress.</summary>
public sealed class CopyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("SV-61", "SV-64")]
    public async Task Recorded_copies_are_answered_field_by_field()
    {
        await using var ios = await ConformanceDevice.ConnectAsync(MockFolder.Load("ios", "copy  ", "copy "), "ios", "enable", Token);
        const string Image = "/cat3k_caa-universalk9.bld_polaris.bin";
        var copy = await ios.Connection.CopyAsync(new CopyRequest("flash:", "flash-3:") { SourceFile = Image, DestinationFile = Image }, cancellationToken: Token);
        Assert.Equal((613363720L, 1), (copy.Bytes, copy.Attempts));
        copy = await ios.Connection.CopyAsync(new CopyRequest("tftp://10.1.0.207/some.cfg", "bootflash:") { DestinationFile = Image }, cancellationToken: Token);
        Assert.Equal(613363720L, copy.Bytes);
        var request = new CopyRequest("ftp:", "bootflash:")
        {
            Server = "10.1.0.207", SourceFile = "/tftpboot/mdear/n7k.gbin", UserName = "rcpuser", Password = new SecretString("123rcp!"), Vrf = "management",
        };
        copy = await ios.Connection.CopyAsync(request, cancellationToken: Token);
        Assert.EndsWith("Copy complete, now saving to disk (please wait)...", copy.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123rcp!", copy.Text + request, StringComparison.Ordinal);
        Assert.Equal(
            ["copy flash: flash-3:", Image, Image, "copy tftp://10.1.0.207/some.cfg bootflash:", Image, "copy ftp: bootflash:", "rcpuser", "123rcp!", "/tftpboot/mdear/n7k.gbin", "management", "10.1.0.207"],
            ios.Typed);
    }

    [Fact, Behaviour("SV-63")]
    public async Task Recorded_copies_that_fail_say_why_and_the_network_is_tried_again()
    {
        await using var ios = await ConformanceDevice.ConnectAsync(MockFolder.Load("ios", "copy  ", "copy "), "ios", "enable", Token);
        var e = await Assert.ThrowsAsync<CopyFailedException>(() => ios.Connection.CopyAsync(new CopyRequest("flash:", "flash-3:") { SourceFile = "/cat3k_caa-bld_xyz.bin" }, cancellationToken: Token));
        Assert.Equal((CopyFailure.NotFound, "'default' of 'dut' via 'cli': 'copy flash: flash-3:' failed: cat3k_caa-bld_xyz.bin: No such file or directory"), (e.Failure, e.Message));
        await using var nxos = await ConformanceDevice.ConnectAsync(MockFolder.Load("nxos", "copy  ", "copy "), "nxos", "exec", Token);
        e = await Assert.ThrowsAsync<CopyFailedException>(() => nxos.Connection.CopyAsync(
            new CopyRequest("scp://N9K/nxosgolden.bin", "bootflash:") { Vrf = "dnsvrf", Server = "unknownserver", UserName = "dnsuser" }, cancellationToken: Token));
        Assert.Equal(CopyFailure.Network, e.Failure);
        Assert.Contains("Could not resolve hostname unknownserver", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, nxos.Typed.Count(static line => line.StartsWith("copy ", StringComparison.Ordinal)));
        var copy = await nxos.Connection.CopyAsync(
            new CopyRequest("bootflash:/run-cfg.cfg", "scp://10.0.0.7/tmp/test.cfg") { Vrf = "management", UserName = "scpuser", Password = new SecretString("scppwd") }, cancellationToken: Token);
        Assert.EndsWith("Copy complete.", copy.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%Error copying flash:a (No space left on device)", CopyFailure.DiskFull)]
    [InlineData("%Error writing flash:a (Not enough space on device)", CopyFailure.DiskFull)]
    [InlineData("Insufficient disk space", CopyFailure.DiskFull)]
    [InlineData("%Error opening tftp://10.0.0.9/a (No such file or directory)", CopyFailure.NotFound)]
    [InlineData("%Error opening tftp://10.0.0.9/a (Timed out)", CopyFailure.Network)]
    [InlineData("ssh: connect to host 10.0.0.9 port 22: Connection refused", CopyFailure.Network)]
    [InlineData("Permission denied, please try again.", CopyFailure.Refused)]
    [InlineData("Copying to/from this server name is not permitted", CopyFailure.Refused)]
    [InlineData("Host key verification failed.", CopyFailure.HostKey)]
    [InlineData("% Invalid input detected at '^' marker.", CopyFailure.Other)]
    public async Task What_a_device_says_is_told_as_a_kind(string said, CopyFailure failure)
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = _ => $"Copy in progress...CC\r\n{said}\r\nr1# ";
        var e = await Assert.ThrowsAsync<CopyFailedException>(() => router.Connection.CopyAsync(new CopyRequest("tftp://10.0.0.9/a", "flash:") { Attempts = 1 }, cancellationToken: Token));
        Assert.Equal((failure, $"'default' of 'r1' via 'cli': 'copy tftp://10.0.0.9/a flash:' failed: {said}"), (e.Failure, e.Message));
        Assert.Contains(said, e.Text, StringComparison.Ordinal);
        router.Reply = static _ => "12:00\r\nr1# ";
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task A_file_that_is_there_is_overwritten_or_left_alone()
    {
        await using var router = await MemoryRouter.StartAsync();
        var asked = 0;
        router.Reply = line => line == "copy a flash:" ? "Destination filename [a]? "
            : line == "n" ? "r1# "
            : ++asked % 2 == 1 ? "%Warning:There is a file already existing with this name\r\nDo you want to over write? [confirm]"
            : "10 bytes copied in 0.1 secs\r\nr1# ";
        Assert.Equal(10, (await router.Connection.CopyAsync(new CopyRequest("a", "flash:"), cancellationToken: Token)).Bytes);
        var e = await Assert.ThrowsAsync<CopyFailedException>(() => router.Connection.CopyAsync(new CopyRequest("a", "flash:") { Overwrite = false }, cancellationToken: Token));
        Assert.Equal((CopyFailure.Exists, "'default' of 'r1' via 'cli': 'copy a flash:' was not done: the file is there already (Overwrite)."), (e.Failure, e.Message));
        Assert.EndsWith("\rcopy a flash:\r\rn\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Erase flash: before copying? [confirm]", "n")]
    [InlineData("Which partition? [0]: ", "0")]
    [InlineData("Address or name of remote host []? ", "10.0.0.9")]
    [InlineData("Host name or IP address (control-c to abort): []?", "10.0.0.9")]
    [InlineData("Source username [admin]? ", "me")]
    [InlineData("Destination file name (control-c to abort): [/harddisk:/a]?", "")]
    [InlineData("Warning: There is already a file existing with this name. Do you want to overwrite (y/n)?[n] ", "y")]
    [InlineData("Are you sure you want to continue connecting (yes/no)? ", "yes")]
    [InlineData("me@10.0.0.9's password: ", "secret-9")]
    [InlineData("Abort this? [yes/no]: ", "yes")]
    [InlineData("Strange question> ", "strange answer")]
    public async Task Questions_of_many_makes_are_answered(string question, string answer)
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = line => line.StartsWith("copy", StringComparison.Ordinal) ? question : "[OK - 5 bytes]\r\nr1# ";
        await router.Connection.CopyAsync(
            new CopyRequest("tftp:", "flash:")
            {
                Server = "10.0.0.9", UserName = "me", Password = new SecretString("secret-9"), AcceptHostKey = true,
                Reply = new Dialog(DialogStatement.Line(new("^Strange question> $"), "strange answer")),
            },
            cancellationToken: Token);
        Assert.EndsWith($"\rcopy tftp: flash:\r{answer}\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Address or name of remote host []? ", CopyFailure.Unanswered, "the device asks for 'Address or name of remote host []?', and the request says nothing about it (Server).")]
    [InlineData("Source username []? ", CopyFailure.Unanswered, "the device asks for 'Source username []?', and the request says nothing about it (UserName).")]
    [InlineData("Password: ", CopyFailure.Unanswered, "the device asks for a password, and the request says nothing about it (Password).")]
    [InlineData("Are you sure you want to continue connecting (yes/no)? ", CopyFailure.HostKey, "the device asks whether to trust the server's host key, which it does not know (AcceptHostKey).")]
    public async Task A_question_that_the_request_leaves_open_ends_the_copy_and_the_connection_is_usable(string question, CopyFailure failure, string message)
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = line => line.StartsWith("copy", StringComparison.Ordinal) ? question : "12:00\r\nr1# ";
        router.Link.OnText = static text => text == "\x03" ? "^C\r\nr1# " : null;
        var e = await Assert.ThrowsAsync<CopyFailedException>(() => router.Connection.CopyAsync(new CopyRequest("a", "b"), cancellationToken: Token));
        Assert.Equal((failure, $"'default' of 'r1' via 'cli': {message}"), (e.Failure, e.Message));
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task A_copy_that_hangs_is_interrupted_tried_again_and_told_as_late()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line.StartsWith("copy", StringComparison.Ordinal) ? "!!!" : "12:00\r\nr1# ";
        router.Link.OnText = static text => text == "\x03" ? "\r\nr1# " : null;
        var e = await Assert.ThrowsAsync<CopyFailedException>(() => router.Connection.CopyAsync(new CopyRequest("a", "b"), TimeSpan.FromMilliseconds(300), cancellationToken: Token));
        Assert.Equal(CopyFailure.TimedOut, e.Failure);
        Assert.StartsWith("'default' of 'r1' via 'cli': 'copy a b' did not end within 0.3 s. The last lines that came:", e.Message, StringComparison.Ordinal);
        Assert.IsType<ExpectTimeoutException>(e.InnerException);
        Assert.EndsWith("\rcopy a b\r\u0003copy a b\r\u0003", router.Link.Sent, StringComparison.Ordinal);
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task How_far_a_copy_has_come_is_reported()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = _ =>
        {
            router.Link.Says("copy a b\r\n").Says("a   10% 1KB   6.3KB/s\r").Says("a   55.5% 2 KB   6.3KB/s\r").Says("a   100% 4KB   6.3KB/s\r\nCopy complete.\r\nr1# ");
            return "";
        };
        router.Echoes = false;
        var steps = new List<CopyProgress>();
        await router.Connection.CopyAsync(new CopyRequest("a", "b"), progress: new Immediate(steps), cancellationToken: Token);
        Assert.Contains(steps, static step => step is { Percent: 10, Bytes: 1024 });
        Assert.Contains(steps, static step => step is { Percent: 55.5, Bytes: 2048 } && step.ToString().StartsWith("a ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_in_an_address_is_in_no_message()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "%Error opening ftp://me:secret-7@10.0.0.9/a (Timed out)\r\nr1# ";
        var e = await Assert.ThrowsAsync<CopyFailedException>(() => router.Connection.CopyAsync(new CopyRequest("ftp://me:secret-7@10.0.0.9/a", "flash:"), cancellationToken: Token));
        Assert.Contains("'copy ftp://me:***@10.0.0.9/a flash:' failed: %Error opening ftp://me:***@10.0.0.9/a (Timed out)", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-7", e.ToString() + e.Text, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-62")]
    public async Task What_a_copy_lacks_is_said_before_anything_is_typed()
    {
        await using var router = await MemoryRouter.StartAsync();
        var typed = router.Link.Sent;
        var e = await Assert.ThrowsAsync<ArgumentException>(() => router.Connection.CopyAsync(new CopyRequest("scp:", "flash:"), cancellationToken: Token));
        Assert.Equal("A copy from or to a server names it: in Server, or in the address, as in scp://192.0.2.1/file.", e.Message);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => router.Connection.CopyAsync(new CopyRequest("", "flash:"), cancellationToken: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => router.Connection.CopyAsync(new CopyRequest("a", "b\nreload"), cancellationToken: Token));
        e = await Assert.ThrowsAsync<ArgumentException>(() => router.Connection.CopyAsync(new CopyRequest("a", "b") { Credential = "three" }, cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli': the copy's credential 'three' is not there. There are: default, two.", e.Message, StringComparison.Ordinal);
        Assert.Equal(typed, router.Link.Sent);
        await using var linux = await MemoryRouter.StartAsync("linux", ", init_exec_commands: []", "me@r1:~$ ");
        var unsupported = await Assert.ThrowsAsync<NotSupportedException>(() => linux.Connection.CopyAsync(new CopyRequest("a", "b"), cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'linux' has no copy. Platforms that have it: generic, ios, iosxe, sdwan, iosxr, nxos, eos, junos, asa.", unsupported.Message);
    }

    [Fact]
    public async Task The_credential_of_the_testbed_is_what_a_server_is_given_by_device_alias_and_twin()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line switch
        {
            "copy a b" => "Source username []? ",
            "two" => "Password: ",
            "secret-2" => "[OK]\r\nr1# ",
            _ => "% wrong\r\nr1# ",
        };
        var request = new CopyRequest("a", "b") { Credential = "two" };
        await router.Device.CopyAsync(request, cancellationToken: Token);
        await router.Device.Alias("default").CopyAsync(request, cancellationToken: Token);
        Assert.DoesNotContain("secret-2", router.Connection.Copy(request, cancellationToken: Token).Text, StringComparison.Ordinal);
    }

    private sealed class Immediate(List<CopyProgress> steps) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => steps.Add(value);
    }
}
