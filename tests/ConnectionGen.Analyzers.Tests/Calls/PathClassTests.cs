using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.PathClassAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class PathClassTests
{
    private static Test Code(string body)
    {
        var test = new Test($$"""
            using ConnectionGen.Sample;
            class Steps { async Task Run(Lab lab, Device device) { {{body}} await Task.Yield(); } }
            """);
        test.AddSource("/0/Lab.cs", Labs.LabType);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.WithItem("lab.yaml", "devices:\n  phoenix:\n    connections:\n      web:\n        ip: 192.0.2.1\n        class: rest\n      cli:\n        ip: 192.0.2.1\n");
    }

    [Fact]
    public Task The_message_names_both_classes_and_the_line()
    {
        var test = Code("await lab.Phoenix.ConnectAsync<SshConnection>(via: {|#0:\"web\"|});");
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.OtherClass).WithLocation(0).WithSpan("/0/lab.yaml", 6, 16, 6, 20)
            .WithMessage("Path 'web' of device 'phoenix' declares class 'rest', but this call makes a SshConnection, see lab.yaml(6,16)"));
        return test.PassAsync();
    }

    [Theory]
    [InlineData("await lab.Phoenix.ConnectSshAsync(via: {|CG1006:\"web\"|});")]
    [InlineData("lab.Phoenix.InstantiateSsh(via: {|CG1006:\"web\"|});")]
    [InlineData("await lab.Phoenix.ConnectPoolAsync<SshConnection>(2, via: {|CG1006:Lab.PhoenixDevice.Via.Web|});")]
    public Task Every_way_to_ask_for_a_class_is_checked(string body) => Code(body).PassAsync();

    [Theory]
    [InlineData("await lab.Phoenix.ConnectAsync<RestConnection>(via: \"web\"); await lab.Phoenix.ConnectAsync(via: \"web\"); await lab.Phoenix.ConnectSshAsync(via: \"cli\");")]
    [InlineData("await device.ConnectAsync<SshConnection>(via: \"web\");")]
    public Task The_same_class_or_no_class_is_silent(string body) => Code(body).PassAsync();
}
