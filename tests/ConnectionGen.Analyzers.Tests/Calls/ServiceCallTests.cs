using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.ServiceCallAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class ServiceCallTests
{
    private static Test Code(string body)
    {
        var test = new Test($$"""
            using ConnectionGen.Sample;
            class Steps
            {
                async Task Run(Lab lab, Device device)
                {
                    {{body}}
                    await Task.Yield();
                }
            }
            """);
        test.AddSource("/0/Lab.cs", Labs.LabType);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.WithItem("lab.yaml", """
            devices:
              phoenix:
                connections:
                  defaults:
                    class: SshConnection
                    via: cli
                  cli:
                    ip: 192.0.2.1
                  web:
                    ip: 192.0.2.1
                    class: rest
              r-2:
                connections:
                  web:
                    ip: 192.0.2.2
                    class: rest
            """);
    }

    [Fact]
    public Task The_message_says_what_the_connection_is_and_who_has_the_service()
    {
        var test = Code("await lab.Phoenix.{|#0:GetAsync|}(\"/\");");
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.ServiceNotOffered).WithLocation(0)
            .WithMessage("'default' of device 'phoenix' is a SshConnection, which has no service 'GetAsync'; RestConnection has it"));
        return test.PassAsync();
    }

    [Theory]
    [InlineData("lab.R2.{|CG1005:Execute|}(\"show\");")]
    [InlineData("await lab.Phoenix.ConnectAsync(\"a\"); await lab.Phoenix.Alias(\"a\").{|CG1005:GetAsync|}(\"/\");")]
    [InlineData("await lab.Phoenix.ConnectAsync(\"a\", \"web\"); await lab.Phoenix.a.{|CG1005:ExecuteAsync|}(\"show\");")]
    [InlineData("await lab.Phoenix.ConnectAsync<RestConnection>(\"a\"); await lab.Phoenix.a.{|CG1005:ExecuteAsync|}(\"show\");")]
    [InlineData("await lab.Phoenix.ConnectSshAsync(\"a\"); await lab.Phoenix.a.{|CG1005:GetAsync|}(\"/\");")]
    public Task A_service_that_the_class_does_not_have_is_pointed_out(string body) => Code(body).PassAsync();

    [Theory]
    [InlineData("await lab.Phoenix.ExecuteAsync(\"show\"); await lab.R2.GetAsync(\"/\");")]
    [InlineData("await lab.Phoenix.ConnectAsync<RestConnection>(); await lab.Phoenix.GetAsync(\"/\");")]
    [InlineData("await lab.Phoenix.ConnectRestAsync(\"a\"); await lab.Phoenix.a.GetAsync(\"/\");")]
    [InlineData("await lab.Phoenix.ConnectAsync(\"a\", via: Environment.MachineName); await lab.Phoenix.a.GetAsync(\"/\");")]
    [InlineData("await lab.R2.ConnectAsync(\"a\", \"web\"); await lab.Phoenix.ConnectAsync(\"a\"); await lab.R2.a.GetAsync(\"/\");")]
    [InlineData("await device.GetAsync(\"/\"); await device.ExecuteAsync(\"show\");")]
    [InlineData("await lab.Phoenix.Alias(Environment.MachineName).GetAsync(\"/\");")]
    public Task What_is_offered_or_cannot_be_known_is_silent(string body) => Code(body).PassAsync();
}
