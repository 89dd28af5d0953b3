using System.Security.Cryptography;
using System.Text;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

public sealed class KnownHostsTests : IDisposable
{
    private static readonly byte[] s_key = [0, 0, 0, 11, .. "ssh-ed25519"u8, 0, 0, 0, 1, 7];
    private static readonly byte[] s_otherKey = [0, 0, 0, 11, .. "ssh-ed25519"u8, 0, 0, 0, 1, 8];
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"known-{Guid.NewGuid():N}", "known_hosts");

    private static string Line(string hosts) => $"{hosts} ssh-ed25519 {Convert.ToBase64String(s_key)} comment";

    [Theory]
    [InlineData("r1")]
    [InlineData("other,r1")]
    [InlineData("r*")]
    [InlineData("R?")]
    public void A_key_is_known_by_name_list_and_wildcard(string hosts) => Assert.True(Accepts(Line(hosts), s_key, out _));

    [Theory]
    [InlineData("r*,!r1")]
    [InlineData("[r1]:2222")]
    [InlineData("r")]
    public void A_key_of_another_host_is_not(string hosts) => Assert.False(Accepts(Line(hosts), s_key, out _));

    [Fact]
    public void Hashed_names_are_understood()
    {
        byte[] salt = [1, 2, 3, 4];
#pragma warning disable CA5350 // the file format
        var hash = HMACSHA1.HashData(salt, Encoding.UTF8.GetBytes("r1"));
#pragma warning restore CA5350
        Assert.True(Accepts(Line($"|1|{Convert.ToBase64String(salt)}|{Convert.ToBase64String(hash)}"), s_key, out _));
        Assert.False(Accepts(Line($"|1|{Convert.ToBase64String(salt)}|{Convert.ToBase64String(hash[1..])}"), s_key, out _));
    }

    [Fact]
    public void An_unknown_key_is_refused_with_fingerprint_and_the_line_that_makes_it_known()
    {
        Assert.False(Accepts("# nothing", s_key, out var refusal));
        Assert.Contains("SSH host key of r1 is not known: ssh-ed25519 SHA256:", refusal!.Message, StringComparison.Ordinal);
        Assert.Contains(_file, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("SHA256:", refusal.Fingerprint, StringComparison.Ordinal);
        Assert.True(Accepts(refusal.KnownHostsLine, s_key, out _));
    }

    [Fact]
    public void A_changed_key_is_refused_even_where_new_ones_are_accepted()
    {
        Write(Line("r1"));
        var check = new HostKeyCheck(HostKeyPolicy.AcceptNew, KnownHosts.Read(_file), "r1");
        Assert.False(check.Accepts(s_otherKey));
        var refusal = Assert.IsType<HostKeyChangedException>(check.Refusal);
        Assert.StartsWith("The SSH host key of r1 has changed: it is now ssh-ed25519 SHA256:", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith($"by:\n{refusal.KnownHostsLine}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_key_is_remembered_where_that_is_allowed()
    {
        Assert.True(new HostKeyCheck(HostKeyPolicy.AcceptNew, KnownHosts.Read(_file), "[r1]:2222").Accepts(s_key));
        Assert.True(new HostKeyCheck(HostKeyPolicy.Strict, KnownHosts.Read(_file), "[r1]:2222").Accepts(s_key));
        Assert.False(new HostKeyCheck(HostKeyPolicy.Strict, KnownHosts.Read(_file), "r1").Accepts(s_key));
    }

    [Fact]
    public void A_revoked_key_is_refused()
    {
        Assert.False(Accepts("@revoked " + Line("r1") + "\n" + Line("r1"), s_key, out var refusal));
        Assert.Contains("revoked", refusal!.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (File.Exists(_file))
            Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private bool Accepts(string text, byte[] key, out HostKeyRefusedException? refusal)
    {
        Write(text);
        var check = new HostKeyCheck(HostKeyPolicy.Strict, KnownHosts.Read(_file), "r1");
        var accepts = check.Accepts(key);
        refusal = check.Refusal;
        return accepts;
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.WriteAllText(_file, text + "\n");
    }
}
